using CommerceVideo.Platform;

namespace CommerceVideo.VideoModels;

/// <summary>How far a sent request is.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome() { }

    /// <param name="Waiting">It has not begun: it stands in the provider's queue.</param>
    public sealed record Running(TimeSpan AskAgainAfter, bool Waiting = false) : CheckOutcome;

    /// <summary>It could not be asked, which says nothing of it: it is asked again until its time is up.</summary>
    public sealed record Unseen(FailureKind Kind, string Reason, TimeSpan AskAgainAfter) : CheckOutcome;

    /// <param name="Billed">What the provider says it charged; null where it does not say.</param>
    public sealed record Finished(Money? Billed = null) : CheckOutcome;

    /// <summary>It ended without a Clip.</summary>
    /// <param name="Billed">What the provider says it charged all the same; null where it does not say.</param>
    public sealed record Failed(FailureKind Kind, string Reason, Money? Billed = null) : CheckOutcome;
}
