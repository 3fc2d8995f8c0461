using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>
/// What is usually filmed for a use: the plan for an upright photo of a garment that stands alone (with a person, where the
/// use shows one). For previews, forecasts and drills, which have no photo; pure.
/// </summary>
internal static class TypicalShots
{
    private const string PagePlacement = "shopify.product";

    private static readonly ProductFacts Product = new("Sweater", "Sweater", null, []);

    private static readonly PictureFacts Picture = new(
        1600,
        2000,
        GroundKind.Plain,
        MaskKind.PlainGround,
        Confidence: 1,
        Coverage: 0.4,
        new PixelBox(400, 400, 800, 1200),
        Person: true
    );

    /// <summary>Without those that only show another one again in another shape: nothing is bought for them.</summary>
    public static IReadOnlyList<Shot> Of(Use use)
    {
        var ratios = Placements.Get(PagePlacement).Ratios;
        return BriefPlanner.Plan(use, Product, Picture, ratios) is BriefOutcome.Planned planned
            ? [.. planned.Brief.Shots.Where(static shot => shot.Reframes is null)]
            : throw new InvalidOperationException($"A typical photo serves for {use}.");
    }
}
