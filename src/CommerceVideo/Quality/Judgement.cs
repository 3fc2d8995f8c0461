using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality;

/// <summary>A clip judged: every Finding, and the verdict, which is that of the worst.</summary>
internal sealed record Judgement(Verdict Verdict, IReadOnlyList<Finding> Findings)
{
    /// <summary>What speaks against it most, worst first.</summary>
    public IEnumerable<Finding> Against =>
        Findings
            .Where(static finding => finding.Outcome is FindingOutcome.Review or FindingOutcome.Reject)
            .OrderByDescending(static finding => finding.Outcome);

    public static Judgement Of(ClipObservations clip, IReadOnlyDictionary<string, CheckLimit> limits)
    {
        Finding[] findings =
        [
            .. QualityChecks.All.Select(check => Judge(check, Measure(check, clip), limits[check.Name])),
        ];
        return Of(findings);
    }

    public static Judgement Of(IReadOnlyList<Finding> findings) => new(Worst(findings), findings);

    private static Measured Measure(IQualityCheck check, ClipObservations clip) =>
        check.AnySize || clip.Clip.Window.IsLargeEnough ? check.Measure(clip) : Measured.Skip(Measured.TooSmall);

    internal static Finding Judge(IQualityCheck check, Measured measured, CheckLimit limit)
    {
        var op = check.AtLeast ? ">=" : "<=";
        if (measured.Value is not { } exact)
        {
            return new Finding(check.Name, null, check.Unit, op, null, null, FindingOutcome.Skipped, measured.Skipped);
        }

        // What is shown is what is judged.
        var value = Math.Round(exact, 3);
        var outcome =
            Holds(value, limit.Review, check.AtLeast) ? FindingOutcome.Pass
            : limit.Reject is not { } reject || Holds(value, reject, check.AtLeast) ? FindingOutcome.Review
            : FindingOutcome.Reject;
        return new Finding(check.Name, value, check.Unit, op, limit.Review, measured.Frame, outcome);
    }

    private static bool Holds(double value, double limit, bool atLeast) => atLeast ? value >= limit : value <= limit;

    private static Verdict Worst(IReadOnlyList<Finding> findings) =>
        findings.Any(static finding => finding.Outcome == FindingOutcome.Reject) ? Verdict.Reject
        : findings.Any(static finding => finding.Outcome == FindingOutcome.Review) ? Verdict.Review
        : Verdict.Pass;
}
