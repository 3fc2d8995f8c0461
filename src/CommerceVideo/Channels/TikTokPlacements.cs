using CommerceVideo.Media;

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
                    new Shape(new AspectRatio(9, 16), new FrameSize(1080, 1920), Minimum(540, 960)),
                    new Shape(new AspectRatio(1, 1), new FrameSize(1080, 1080), Minimum(640, 640)),
                    new Shape(new AspectRatio(16, 9), new FrameSize(1920, 1080), Minimum(960, 540)),
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
        };

    private static Sourced<FrameSize> Minimum(int width, int height) =>
        new(new FrameSize(width, height), Confidence.Official, Portal);
}
