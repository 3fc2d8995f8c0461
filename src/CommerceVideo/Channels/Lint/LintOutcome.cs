namespace CommerceVideo.Channels.Lint;

/// <summary>What reading a file back gave.</summary>
internal abstract record LintOutcome
{
    private LintOutcome() { }

    public sealed record Judged(Judgement Judgement) : LintOutcome;

    /// <summary>The file is no film that can be judged.</summary>
    /// <param name="Code">Stable: <c>not_found</c>, <c>empty</c>, <c>not_a_video</c>, <c>incomplete</c>, <c>damaged</c>, <c>too_slow</c>.</param>
    /// <param name="Text">For a person, with what to do.</param>
    public sealed record Unreadable(string Code, string Text) : LintOutcome;
}
