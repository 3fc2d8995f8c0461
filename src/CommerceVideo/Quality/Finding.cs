namespace CommerceVideo.Quality;

public enum FindingOutcome
{
    Pass,
    Review,
    Reject,
    Skipped,
}

/// <summary>Pass, review or reject: of one Finding, and of a clip by its worst Finding.</summary>
public enum Verdict
{
    Pass,
    Review,
    Reject,
}

/// <summary>What one check found.</summary>
/// <param name="Value">Null when skipped.</param>
/// <param name="Op"><c>&lt;=</c> or <c>&gt;=</c>: how Value must stand to Limit to pass.</param>
/// <param name="Limit">Of a pass; null when skipped.</param>
/// <param name="Frame">The frame that shows it, from 0; null where it is no one frame's.</param>
/// <param name="Why">Why it was skipped.</param>
public sealed record Finding(
    string Check,
    double? Value,
    string Unit,
    string Op,
    double? Limit,
    int? Frame,
    FindingOutcome Outcome,
    string? Why = null
);
