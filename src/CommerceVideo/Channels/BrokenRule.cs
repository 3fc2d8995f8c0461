namespace CommerceVideo.Channels;

/// <summary>One rule a file does not keep.</summary>
/// <param name="Rule">A stable word, e.g. <c>duration</c>.</param>
/// <param name="Value">What the file has: a number or a word.</param>
/// <param name="Limit">What is asked.</param>
public sealed record BrokenRule(string Rule, object Value, object Limit, Confidence Confidence)
{
    /// <summary>Where the rule was read.</summary>
    public string Source { get; init; } = "";

    /// <summary>What a person does about it.</summary>
    public string Next => NextSteps.For(Rule);

    public override string ToString() => $"{Rule} is {Value}, asked is {Limit} ({ConfidenceTag.Of(Confidence)})";
}

/// <summary>All rules that were looked at and those not kept.</summary>
public sealed record Judgement(IReadOnlyList<string> Checked, IReadOnlyList<BrokenRule> Broken)
{
    /// <summary>What a channel advises against and takes all the same.</summary>
    public IReadOnlyList<BrokenRule> Advice { get; init; } = [];

    public bool Ok => Broken.Count == 0;
}
