namespace CommerceVideo.Channels;

/// <summary>Facebook and Instagram.</summary>
internal static class MetaPlacements
{
    private const string Guide =
        "https://developers.facebook.com/documentation/ads-commerce/marketing-api/guides/videoads/fbvideoads (2026-05-21)";

    private const string Specs = "https://www.xyzlab.com/meta-ads-specs";

    private const string Zones =
        "https://behaviour.digital/post/meta-reels-safe-zone-14-top-35-bottom-6-sides-the-2026-official-guide";

    // The guide also says 1200 px wide at least; 1080 is what its own ad forms name, and nobody saw it refused.
    private static readonly Shape Portrait = Shape.Portrait.From(120, 120, Confidence.ThirdParty, Specs);

    private static readonly Shape Square = Shape.Square.From(120, 120, Confidence.ThirdParty, Specs);

    private static readonly Shape Upright = Shape.Upright.From(500, 888, Confidence.ThirdParty, Specs);

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

    private static readonly PosterRules Thumbnail = HouseRules.Poster with
    {
        Needed = new(true, Confidence.Official, Guide),
    };

    public static Placement Feed { get; } =
        new()
        {
            Id = "meta.feed",
            Title = "Facebook and Instagram feed",
            Shapes = new(
                [Portrait, Square, Shape.Upright.From(120, 120, Confidence.ThirdParty, Specs)],
                Confidence.ThirdParty,
                Specs
            ),
            // Facebook takes 241 minutes; Instagram's feed, the same file, only one hour.
            Lengths = new(
                new(1, Confidence.ThirdParty, Specs),
                new(3600, Confidence.ThirdParty, Specs),
                AimFrom: 6,
                AimTo: 15
            ),
            MaximumBytes = new(4_000_000_000, Confidence.ThirdParty, Specs),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Specs),
            Encoding = Encoding,
            // Nothing lies over a 4:5 feed video; the edge is kept free for rounding and crops.
            SafeZone = new(new SafeZone(0.05, 0.05, 0.05, 0.05), Confidence.House, "edge margin"),
            Poster = Thumbnail,
        };

    public static Placement FeedSquare { get; } =
        Feed with
        {
            Id = "meta.feed-square",
            Title = "Facebook and Instagram feed, square",
            Shapes = new([Square], Confidence.ThirdParty, Specs),
        };

    public static Placement Reels { get; } =
        Feed with
        {
            Id = "meta.reels",
            Title = "Reels",
            Shapes = new([Upright], Confidence.ThirdParty, Specs),
            Lengths = Feed.Lengths with { Minimum = null, Maximum = new(900, Confidence.ThirdParty, Specs) },
            SafeZone = new(SafeZone.Of(269, 672, 65, 65, 1080, 1920), Confidence.ThirdParty, Zones),
        };

    /// <summary>One zone for Reels and Stories since March 2026; the older one of Stories was looser at the bottom.</summary>
    public static Placement Stories { get; } =
        Reels with
        {
            Id = "meta.stories",
            Title = "Stories",
            // Instagram takes an hour; Facebook, the same file, two minutes.
            Lengths = Feed.Lengths with
            {
                Maximum = new(120, Confidence.Unconfirmed, Specs),
            },
        };

    public static Placement InStream { get; } =
        Feed with
        {
            Id = "meta.in-stream",
            Title = "Facebook in-stream",
            Shapes = new(
                [Shape.Wide.From(120, 120, Confidence.ThirdParty, Specs), Square],
                Confidence.Unconfirmed,
                Specs
            ),
            Lengths = new(
                new(5, Confidence.Unconfirmed, Specs),
                new(600, Confidence.Unconfirmed, Specs),
                AimFrom: 5,
                AimTo: 15
            ),
        };
}
