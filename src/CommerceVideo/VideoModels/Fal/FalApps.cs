namespace CommerceVideo.VideoModels.Fal;

/// <summary>Every app of the queue that can be asked.</summary>
internal static class FalApps
{
    public static IReadOnlyList<IFalApp> All { get; } = [new FalPika(), new FalWan21(), new FalWan27()];

    /// <returns>Null where the register names an app that nobody has written down.</returns>
    public static IFalApp? Find(string endpoint) => All.FirstOrDefault(app => app.Endpoint == endpoint);
}
