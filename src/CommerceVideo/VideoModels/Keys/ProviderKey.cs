namespace CommerceVideo.VideoModels.Keys;

/// <summary>A provider's secret. It prints as nothing, so that no log or exception can carry it.</summary>
public sealed class ProviderKey(string secret)
{
    /// <summary>For the one header it belongs in.</summary>
    public string Reveal() => secret;

    public override string ToString() => "(key)";
}
