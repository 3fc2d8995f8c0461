using CommerceVideo.Channels;
using CommerceVideo.Finishing.Variations;

namespace CommerceVideo.Rendering;

/// <summary>What <c>render</c> made, in the shape that is fixed for its JSON.</summary>
/// <param name="Refused">Why the picture cannot be used at all; null when it can.</param>
/// <param name="NotMade">Uses that this picture cannot be shown in, each with its reason.</param>
internal sealed record RenderReport(
    RenderReason? Refused,
    IReadOnlyList<RenderedFile> Files,
    IReadOnlyList<UseNotMade> NotMade,
    IReadOnlyList<string> Warnings
)
{
    private const int Rejected = 4;
    private const int UnreadableInput = 5;

    public int Schema { get; } = 1;

    /// <summary>How the variations came out; null where none were wanted.</summary>
    public RenderedVariations? Variations { get; init; }

    public static RenderReport Refuse(RenderReason reason) => new(reason, [], [], []);

    public int ExitCode() =>
        Refused is not null ? UnreadableInput
        : NotMade.Count > 0 || Files.Any(static file => !file.LintOk) ? Rejected
        : 0;
}

internal sealed record RenderReason(string Code, string Text);

internal sealed record UseNotMade(string Purpose, string Code, string Text);

/// <param name="Variation">The name of one of several versions; null for the film itself.</param>
/// <param name="Axes">What that version is on each axis, so that results can be read for each.</param>
/// <param name="Lufs">Loudness; null for digital silence.</param>
internal sealed record RenderedFile(
    string Path,
    string Sha256,
    string Purpose,
    string Placement,
    string? Variation,
    string Poster,
    double Seconds,
    int Width,
    int Height,
    double Fps,
    double? Lufs,
    bool LintOk,
    IReadOnlyList<RenderedBreach> Broken,
    VariationAxes? Axes = null
);

internal sealed record RenderedBreach(string Rule, object Value, object Limit, string Confidence)
{
    public static RenderedBreach Of(BrokenRule rule) =>
        new(rule.Rule, rule.Value, rule.Limit, ConfidenceTag.Of(rule.Confidence));
}

/// <param name="Made">How many differ from each other and from no template in name alone.</param>
/// <param name="Nearest">How far apart the two nearest are: 0 shows the same, 1 nothing alike.</param>
/// <param name="Limit">Nearer than this is refused.</param>
internal sealed record RenderedVariations(
    int Wanted,
    int Made,
    double? Nearest,
    double Limit,
    IReadOnlyList<RenderedDistance> Distances,
    IReadOnlyList<RenderedDistance> Refused,
    IReadOnlyList<LeftOut> LeftOut
);

/// <summary>How far a variation is from the one nearest to it among those before.</summary>
internal sealed record RenderedDistance(
    string Name,
    string Of,
    double Distance,
    double Opening,
    double Shots,
    double Words
)
{
    public static RenderedDistance From(NearDuplicate near) =>
        new(
            near.Name,
            near.Of,
            Math.Round(near.Distance.Whole, 3),
            Math.Round(near.Distance.Opening, 3),
            Math.Round(near.Distance.Shots, 3),
            Math.Round(near.Distance.Words, 3)
        );
}
