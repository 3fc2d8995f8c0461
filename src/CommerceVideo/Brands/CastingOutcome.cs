namespace CommerceVideo.Brands;

internal abstract record CastingOutcome
{
    private CastingOutcome() { }

    /// <param name="Version">Of the kit that it now stands in.</param>
    public sealed record Kept(CastingReference Reference, int Version) : CastingOutcome;

    /// <param name="Text">Why, and what to do.</param>
    public sealed record Refused(string Code, string Text) : CastingOutcome;

    /// <summary>The shop's kit has no such reference (any more).</summary>
    public sealed record NotThere : CastingOutcome;
}
