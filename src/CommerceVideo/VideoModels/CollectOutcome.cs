namespace CommerceVideo.VideoModels;

/// <summary>Whether the Clip is here.</summary>
public abstract record CollectOutcome
{
    private CollectOutcome() { }

    public sealed record Collected(Clip Clip) : CollectOutcome;

    /// <summary>The file's server does not answer, or its link ran out and a new one must be asked for: try again.</summary>
    public sealed record NotNow(string Reason) : CollectOutcome;

    public sealed record Failed(FailureKind Kind, string Reason) : CollectOutcome;
}
