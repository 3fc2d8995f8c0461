namespace CommerceVideo.VideoModels;

/// <summary>A request whose answer did not arrive: the provider may have taken it.</summary>
public sealed record LostGeneration(GenerationRequest Request, DateTimeOffset SentAt)
{
    /// <summary>References that belong to other attempts: what is found and stands here is not this one.</summary>
    public IReadOnlyCollection<string> Held { get; init; } = [];

    /// <summary>
    /// Another request went to the same account around then and was lost too: what is found without our name on it could be
    /// either one's.
    /// </summary>
    public bool HasTwin { get; init; }
}
