using CommerceVideo.Finishing.Colour;

namespace CommerceVideo.Finishing;

/// <summary>What finishing gave.</summary>
public abstract record FinishOutcome
{
    private FinishOutcome() { }

    /// <summary>Every file keeps every rule of its placements.</summary>
    /// <param name="Warnings">What a person may want to know, e.g. that a shape cuts the product.</param>
    public sealed record Finished(IReadOnlyList<FinishedFile> Files, IReadOnlyList<string> Warnings) : FinishOutcome
    {
        /// <summary>For each Clip what was measured and done; null where its pixels are the photo's own. Empty where nobody asked.</summary>
        public IReadOnlyList<ColourFacts?> Colours { get; init; } = [];
    }

    /// <summary>At least one file breaks a rule of a placement: the others may be used.</summary>
    public sealed record RulesBroken(IReadOnlyList<FinishedFile> Files, IReadOnlyList<string> Warnings) : FinishOutcome
    {
        /// <summary>Which rules, for a person.</summary>
        public string Told
        {
            get
            {
                var rules = Files
                    .SelectMany(static file => file.Placements)
                    .SelectMany(static placement => placement.Judgement.Broken);
                return $"The finished video breaks a rule of its placement: {string.Join(", ", rules.Select(static rule => rule.Rule))}.";
            }
        }
    }

    /// <summary>A Clip is not a video that can be decoded to its end. Permanent: asking again gives the same.</summary>
    public sealed record ClipUnusable(string File, string Reason) : FinishOutcome;
}
