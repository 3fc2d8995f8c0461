namespace CommerceVideo.Channels;

/// <summary>YouTube. Every video has to live there, public or unlisted, before it can be an ad.</summary>
internal static class YouTubePlacements
{
    private const string Shorts60 = "https://support.google.com/google-ads/answer/16041697";

    private const string Formats = "https://support.google.com/google-ads/answer/13676244";

    private const string Known = "general knowledge of YouTube's upload limits";

    private const string Template = "remembered from Google's template for upright video";

    /// <summary>YouTube brings everything near to that.</summary>
    internal static readonly Sourced<Loudness> Level = new(new Loudness(-14, 3, -1), Confidence.Unconfirmed, Known);

    internal static readonly Encoding Encoding = new(
        new(["h264", "hevc", "vp9", "av1"], Confidence.Unconfirmed, Known),
        new("yuv420p", Confidence.House, "one encode that every channel takes"),
        new((23.97, 60), Confidence.Unconfirmed, Known),
        GopSeconds: null,
        MinimumBitrate: null,
        HouseRules.Audio
    );

    public static Placement Shorts { get; } =
        new()
        {
            Id = "youtube.shorts",
            Title = "YouTube Shorts",
            Shapes = new(
                [Shape.Upright.From(600, 1067, Confidence.ThirdParty, Formats)],
                Confidence.Official,
                Shorts60
            ),
            // Upright up to three minutes counts as a Short; only the first minute plays in the feed.
            Lengths = new(null, new(180, Confidence.Official, Shorts60), AimFrom: 10, AimTo: 60),
            MaximumBytes = new(256_000_000_000, Confidence.ThirdParty, Known),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Known),
            Encoding = Encoding,
            SafeZone = new(SafeZone.Of(288, 672, 48, 192, 1080, 1920), Confidence.Unconfirmed, Template),
            Loudness = Level,
            NeedsSound = new(true, Confidence.Official, Shorts60),
            Poster = HouseRules.Poster with
            {
                // YouTube takes one of its own, unless one is set, and that is wide whatever the video's shape.
                Needed = new(false, Confidence.ThirdParty, Known),
                MaximumBytes = new(2_000_000, Confidence.ThirdParty, Known),
            },
        };

    public static Placement InStream { get; } =
        Shorts with
        {
            Id = "youtube.in-stream",
            Title = "YouTube in-stream, skippable",
            Shapes = new([Shape.Wide.From(1280, 720, Confidence.Unconfirmed, Known)], Confidence.ThirdParty, Formats),
            // Shorter ones do not count as skippable. The longest is YouTube's own, for any video.
            Lengths = new(
                new(12, Confidence.Unconfirmed, Known),
                new(43_200, Confidence.Unconfirmed, Known),
                AimFrom: 12,
                AimTo: 30
            ),
            SafeZone = new(new SafeZone(0.1, 0.2, 0.05, 0.05), Confidence.House, "title above, skip button below"),
            NeedsSound = null,
        };

    public static Placement Bumper { get; } =
        InStream with
        {
            Id = "youtube.bumper",
            Title = "YouTube bumper",
            Shapes = new([Shape.Wide], Confidence.ThirdParty, Formats),
            Lengths = new(null, new(6, Confidence.ThirdParty, Formats), AimFrom: 5, AimTo: 6),
        };

    public static Placement NonSkippable { get; } =
        Bumper with
        {
            Id = "youtube.non-skippable",
            Title = "YouTube in-stream, not skippable",
            // Fifteen seconds everywhere, twenty in many countries, thirty in some.
            Lengths = new(null, new(20, Confidence.ThirdParty, Formats), AimFrom: 6, AimTo: 15),
        };
}
