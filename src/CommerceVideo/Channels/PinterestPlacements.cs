namespace CommerceVideo.Channels;

/// <summary>Pinterest. Videos start by themselves and muted.</summary>
internal static class PinterestPlacements
{
    private const string Specs = "https://help.pinterest.com/en/business/article/pinterest-product-specs";

    private const string Pins = "https://help.pinterest.com/en/business/article/video-pins";

    private const string Zones = "remembered from Pinterest's templates";

    public static Placement Standard { get; } =
        new()
        {
            Id = "pinterest.standard",
            Title = "Pinterest",
            Shapes = new([Shape.Tall, Shape.Upright, Shape.Portrait, Shape.Square], Confidence.Official, Specs),
            AnyRatio = new((0.5, 1.91), Confidence.Official, Specs),
            Lengths = new(
                new(4, Confidence.Official, Specs),
                new(900, Confidence.Official, Specs),
                AimFrom: 6,
                AimTo: 15
            ),
            MaximumBytes = new(2_000_000_000, Confidence.Official, Specs),
            Containers = new(["mp4", "mov", "m4v"], Confidence.Official, Specs),
            Encoding = new(
                new(["h264", "hevc"], Confidence.Official, Specs),
                new("yuv420p", Confidence.House, "one encode that every channel takes"),
                new((23.97, 60), Confidence.House, "as the film was made"),
                GopSeconds: null,
                MinimumBitrate: null,
                HouseRules.Audio
            ),
            SafeZone = new(SafeZone.Of(270, 440, 65, 195, 1080, 1920), Confidence.Unconfirmed, Zones),
            Poster = HouseRules.Poster with { Needed = new(true, Confidence.Official, Pins) },
        };

    /// <summary>As wide as the whole feed, and so never taller than square.</summary>
    public static Placement MaxWidth { get; } =
        Standard with
        {
            Id = "pinterest.max-width",
            Title = "Pinterest, full width",
            Shapes = new([Shape.Square, Shape.Wide], Confidence.Official, Specs),
            AnyRatio = null,
            SafeZone = new(new SafeZone(0.05, 0.05, 0.05, 0.05), Confidence.House, "edge margin"),
        };
}
