namespace CommerceVideo.Channels.Lint;

/// <summary>What <c>lint</c> found, in the shape that is fixed for its JSON.</summary>
/// <param name="Unreadable">Why the file is no film at all; null for a film.</param>
/// <param name="Advice">What the channel advises against and takes all the same.</param>
internal sealed record LintReport(
    string Placement,
    string File,
    bool Ok,
    LintReason? Unreadable,
    IReadOnlyList<string> RulesChecked,
    IReadOnlyList<LintBreach> Broken,
    IReadOnlyList<LintBreach> Advice
)
{
    private const int RuleBroken = 4;
    private const int UnreadableInput = 5;

    public int Schema { get; } = 1;

    public int ExitCode() =>
        Unreadable is not null ? UnreadableInput
        : Ok ? 0
        : RuleBroken;

    public static LintReport Of(LintOptions options, LintOutcome outcome) =>
        outcome switch
        {
            LintOutcome.Judged judged => new LintReport(
                options.Placement.Id,
                options.File,
                judged.Judgement.Ok,
                null,
                judged.Judgement.Checked,
                [.. judged.Judgement.Broken.Select(LintBreach.Of)],
                [.. judged.Judgement.Advice.Select(LintBreach.Of)]
            ),
            LintOutcome.Unreadable unreadable => new LintReport(
                options.Placement.Id,
                options.File,
                Ok: false,
                new LintReason(unreadable.Code, unreadable.Text),
                [],
                [],
                []
            ),
            _ => throw new InvalidOperationException("A file is judged or it cannot be read."),
        };
}

internal sealed record LintReason(string Code, string Text);

internal sealed record LintBreach(
    string Rule,
    object Value,
    object Limit,
    string Confidence,
    string Source,
    string Next
)
{
    public static LintBreach Of(BrokenRule rule) =>
        new(rule.Rule, rule.Value, rule.Limit, ConfidenceTag.Of(rule.Confidence), rule.Source, rule.Next);

    public override string ToString() =>
        FormattableString.Invariant($"{Rule} is {Value}, asked is {Limit} ({Confidence}, {Source}). {Next}");
}
