namespace CommerceVideo.Channels;

/// <summary>One rule a file does not keep.</summary>
/// <param name="Rule">A stable word, e.g. <c>duration</c>.</param>
/// <param name="Value">What the file has: a number or a word.</param>
/// <param name="Limit">What is asked.</param>
public sealed record BrokenRule(string Rule, object Value, object Limit, Confidence Confidence)
{
    public override string ToString() => $"{Rule} is {Value}, asked is {Limit} ({ConfidenceTag.Of(Confidence)})";
}

/// <summary>All rules that were looked at and those not kept.</summary>
public sealed record Judgement(IReadOnlyList<string> Checked, IReadOnlyList<BrokenRule> Broken)
{
    public bool Ok => Broken.Count == 0;
}
