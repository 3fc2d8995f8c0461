namespace CommerceVideo.VideoModels;

public abstract record SubmitOutcome
{
    private SubmitOutcome() { }

    /// <param name="Ticket">The provider's opaque reference: stored, handed back, never parsed outside its adapter.</param>
    public sealed record Accepted(string Ticket) : SubmitOutcome;

    public sealed record Failed(FailureKind Kind, string Reason) : SubmitOutcome;

    /// <summary>Nobody can say whether the provider took it: look it up or show a person, never send again.</summary>
    public sealed record Unclear(string Reason) : SubmitOutcome;
}

public abstract record CheckOutcome
{
    private CheckOutcome() { }

    public sealed record Running(TimeSpan AskAgainAfter) : CheckOutcome;

    public sealed record Finished : CheckOutcome;

    public sealed record Failed(FailureKind Kind, string Reason) : CheckOutcome;
}

public abstract record CollectOutcome
{
    private CollectOutcome() { }

    public sealed record Collected(Clip Clip) : CollectOutcome;

    public sealed record Failed(FailureKind Kind, string Reason) : CollectOutcome;
}
