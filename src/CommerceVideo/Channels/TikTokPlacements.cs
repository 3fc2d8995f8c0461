namespace CommerceVideo.Channels;

/// <summary>TikTok. A 4:5 video is refused there as ILLEGAL_VIDEO_SIZE, so it is in no list.</summary>
internal static class TikTokPlacements
{
    private const string Portal = "https://business-api.tiktok.com/portal/docs?id=1737587322856449";

    private const string Help = "https://ads.tiktok.com/help/article?aid=6669199281502552069";

    private const string Specs = "https://www.test.adrate.io/en/blog/tiktok-ad-specs-sizes-aspect-ratios (2026-06-23)";

    public static Placement InFeed { get; } =
        new()
        {
            Id = "tiktok.feed",
            Title = "TikTok in-feed",
            Shapes = new(
                [
                    Shape.Upright.From(540, 960, Confidence.Official, Portal),
                    Shape.Square.From(640, 640, Confidence.Official, Portal),
                    Shape.Wide.From(960, 540, Confidence.Official, Portal),
                ],
                Confidence.Official,
                Portal
            ),
            Lengths = new(
                new(5, Confidence.Official, Help),
                new(600, Confidence.ThirdParty, Specs),
                AimFrom: 9,
                AimTo: 15
            ),
            MaximumBytes = new(500_000_000, Confidence.Official, Portal),
            Containers = new(["mp4", "mov", "mpeg", "avi"], Confidence.Official, Portal),
            Encoding = new(
                new(["h264", "hevc"], Confidence.Unconfirmed, Specs),
                new("yuv420p", Confidence.Unconfirmed, Specs),
                new((23.97, 60), Confidence.Unconfirmed, Specs),
                GopSeconds: null,
                MinimumBitrate: new(516_000, Confidence.Official, Help),
                HouseRules.Audio
            ),
            // TikTok publishes overlay templates, not numbers: the widest values of those reported.
            SafeZone = new(SafeZone.Of(150, 484, 60, 140, 1080, 1920), Confidence.Unconfirmed, Specs),
            NeedsSound = new(true, Confidence.Official, $"{Portal}: the old flaw NO_BGM"),
            Poster = HouseRules.Poster with
            {
                Needed = new(true, Confidence.Official, Portal),
                SameRatio = new(true, Confidence.Official, Portal),
            },
        };

    /// <summary>An ad made from a post of the merchant's account: what is asked is asked of the post, so only its shape is told.</summary>
    public static Placement Spark { get; } =
        InFeed with
        {
            Id = "tiktok.spark",
            Title = "TikTok Spark",
            Shapes = new([Shape.Upright], Confidence.ThirdParty, Specs),
            Lengths = InFeed.Lengths with { Minimum = null },
        };
}
