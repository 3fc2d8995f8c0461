namespace CommerceVideo.VideoModels;

/// <summary>What became of the one request that may cost money.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome() { }

    /// <param name="Ticket">The provider's opaque reference: stored, handed back, never parsed outside its adapter.</param>
    /// <param name="Warnings">What of the Shot the model cannot honour, for a person.</param>
    public sealed record Accepted(string Ticket, IReadOnlyList<string> Warnings) : SubmitOutcome
    {
        public Accepted(string ticket)
            : this(ticket, []) { }
    }

    /// <summary>It was certainly not taken, and costs nothing.</summary>
    public sealed record Failed(FailureKind Kind, string Reason) : SubmitOutcome;

    /// <summary>Nobody can say whether the provider took it: look it up or show a person, never send again.</summary>
    public sealed record Unclear(string Reason) : SubmitOutcome;
}
