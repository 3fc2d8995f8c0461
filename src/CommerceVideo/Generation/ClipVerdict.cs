using CommerceVideo.Quality;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>What a judgement of a raw Clip means before it was finished; pure.</summary>
internal static class ClipVerdict
{
    /// <summary>An even cast is brought back by colour correction: a reason to look, never to buy again.</summary>
    private static readonly string[] Corrected = ["product-colour", "skin-colour"];

    /// <summary>Where the product itself was asked to move, another outline than the photo's is what was asked for.</summary>
    private static readonly string[] Moved =
    [
        "outline",
        "outline-lost",
        "pattern",
        "parts",
        "whole-product",
        "first-frame",
    ];

    public static Judgement Of(Judgement judgement, Shot shot)
    {
        var moves = shot.Move is ShotMove.Walk or ShotMove.Scene;
        Finding[] findings =
        [
            .. judgement.Findings.Select(finding =>
                finding.Outcome == FindingOutcome.Reject
                && (Corrected.Contains(finding.Check) || (moves && Moved.Contains(finding.Check)))
                    ? finding with
                    {
                        Outcome = FindingOutcome.Review,
                    }
                    : finding
            ),
        ];
        return Judgement.Of(findings);
    }

    /// <summary>The worst of it in a merchant's words.</summary>
    public static string Reason(Judgement judgement)
    {
        var worst = judgement.Against.First();
        var where = worst.Frame is { } frame ? $" (frame {frame})" : "";
        return $"The clip is not true to the photo: {worst.Check.Replace('-', ' ')} is {worst.Value:0.##} {worst.Unit}{where}, "
            + $"{(worst.Op == "<=" ? "at most" : "at least")} {worst.Limit:0.##} is asked.";
    }
}
