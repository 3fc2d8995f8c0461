using CommerceVideo.Media;

namespace CommerceVideo.Channels;

/// <summary>Facebook and Instagram.</summary>
internal static class MetaPlacements
{
    private const string Guide =
        "https://developers.facebook.com/documentation/ads-commerce/marketing-api/guides/videoads/fbvideoads (2026-05-21)";

    private const string Specs = "https://www.xyzlab.com/meta-ads-specs";

    private const string Zones =
        "https://behaviour.digital/post/meta-reels-safe-zone-14-top-35-bottom-6-sides-the-2026-official-guide";

    private static readonly Encoding Encoding = new(
        new(["h264", "hevc", "vp9", "av1"], Confidence.Official, Guide),
        new("yuv420p", Confidence.Official, Guide),
        new((24, 60), Confidence.Official, Guide),
        GopSeconds: new(5, Confidence.Official, Guide),
        MinimumBitrate: null,
        new(
            HouseRules.Audio.Track,
            new("aac", Confidence.Official, Guide),
            new(48_000, Confidence.Official, Guide),
            new(2, Confidence.Official, Guide)
        )
    );

    public static Placement Feed { get; } =
        new()
        {
            Id = "meta.feed",
            Title = "Facebook and Instagram feed",
            Shapes = new(
                [
                    new Shape(new AspectRatio(4, 5), new FrameSize(1080, 1350), Minimum(120, 120)),
                    new Shape(new AspectRatio(1, 1), new FrameSize(1080, 1080), Minimum(120, 120)),
                    new Shape(new AspectRatio(9, 16), new FrameSize(1080, 1920), Minimum(120, 120)),
                ],
                Confidence.ThirdParty,
                Specs
            ),
            Lengths = new(
                new(1, Confidence.ThirdParty, Specs),
                // Facebook takes 241 minutes; Instagram's feed, the same file, only one.
                new(60, Confidence.ThirdParty, Specs),
                AimFrom: 6,
                AimTo: 15
            ),
            MaximumBytes = new(4_000_000_000, Confidence.ThirdParty, Specs),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Specs),
            Encoding = Encoding,
            // Nothing lies over a 4:5 feed video; the edge is kept free for rounding and crops.
            SafeZone = new(new SafeZone(0.05, 0.05, 0.05, 0.05), Confidence.House, "edge margin"),
        };

    public static Placement Reels { get; } =
        new()
        {
            Id = "meta.reels",
            Title = "Reels and Stories",
            Shapes = new(
                [new Shape(new AspectRatio(9, 16), new FrameSize(1080, 1920), Minimum(500, 888))],
                Confidence.ThirdParty,
                Specs
            ),
            Lengths = new(
                new(1, Confidence.ThirdParty, Specs),
                // Reels take 15 minutes; Instagram Stories, the same file, only one.
                new(60, Confidence.Unconfirmed, Specs),
                AimFrom: 6,
                AimTo: 15
            ),
            MaximumBytes = new(4_000_000_000, Confidence.ThirdParty, Specs),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Specs),
            Encoding = Encoding,
            SafeZone = new(SafeZone.Of(269, 672, 65, 65, 1080, 1920), Confidence.ThirdParty, Zones),
        };

    private static Sourced<FrameSize> Minimum(int width, int height) =>
        new(new FrameSize(width, height), Confidence.ThirdParty, Specs);
}
