using System.Collections.Frozen;

namespace CommerceVideo.Channels;

/// <summary>Every placement there is. A new one is one more entry here and its file.</summary>
public static class Placements
{
    public static IReadOnlyList<Placement> All { get; } =
    [
        ShopifyPlacements.Product,
        ShopifyPlacements.Hero,
        MetaPlacements.Feed,
        MetaPlacements.FeedSquare,
        MetaPlacements.Reels,
        MetaPlacements.Stories,
        MetaPlacements.InStream,
        TikTokPlacements.InFeed,
        TikTokPlacements.Spark,
        PinterestPlacements.Standard,
        PinterestPlacements.MaxWidth,
        YouTubePlacements.Shorts,
        YouTubePlacements.InStream,
        YouTubePlacements.Bumper,
        YouTubePlacements.NonSkippable,
        GooglePlacements.DemandGen,
        GooglePlacements.PerformanceMax,
        GooglePlacements.App,
        SnapchatPlacements.SingleVideo,
    ];

    private static readonly FrozenDictionary<string, Placement> ById = All.ToFrozenDictionary(
        static placement => placement.Id,
        StringComparer.Ordinal
    );

    public static Placement? Find(string id) => ById.GetValueOrDefault(id);

    public static Placement Get(string id) =>
        Find(id) ?? throw new ArgumentException($"No placement '{id}'.", nameof(id));
}
