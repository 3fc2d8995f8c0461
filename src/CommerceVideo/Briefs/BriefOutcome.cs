namespace CommerceVideo.Briefs;

/// <summary>A plan, or why this picture cannot be used so.</summary>
public abstract record BriefOutcome
{
    private BriefOutcome() { }

    public sealed record Planned(Brief Brief) : BriefOutcome
    {
        /// <summary>What a person should know of the plan, a sentence each.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];
    }

    /// <param name="Code">A stable word for machines.</param>
    /// <param name="Text">What a merchant reads: why, and what to do.</param>
    public sealed record NotPossible(string Code, string Text) : BriefOutcome;
}
