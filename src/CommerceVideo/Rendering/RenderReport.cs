using CommerceVideo.Channels;

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

    public static RenderReport Refuse(RenderReason reason) => new(reason, [], [], []);

    public int ExitCode() =>
        Refused is not null ? UnreadableInput
        : NotMade.Count > 0 || Files.Any(static file => !file.LintOk) ? Rejected
        : 0;
}

internal sealed record RenderReason(string Code, string Text);

internal sealed record UseNotMade(string Purpose, string Code, string Text);

/// <param name="Variation">Which of several versions; there is one here.</param>
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
    IReadOnlyList<RenderedBreach> Broken
);

internal sealed record RenderedBreach(string Rule, object Value, object Limit, string Confidence)
{
    public static RenderedBreach Of(BrokenRule rule) =>
        new(rule.Rule, rule.Value, rule.Limit, ConfidenceTag.Of(rule.Confidence));
}
