namespace CommerceVideo.VideoModels;

/// <summary>Every provider there is an adapter for.</summary>
public sealed class VideoProviders(IEnumerable<IVideoProvider> providers)
{
    private readonly Dictionary<string, IVideoProvider> _all = providers.ToDictionary(
        static provider => provider.Name,
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<string> Names => _all.Keys;

    /// <returns>Null when there is no such adapter.</returns>
    public IVideoProvider? Find(string name) => _all.GetValueOrDefault(name);
}
