namespace CommerceVideo.Channels;

/// <summary>Snapchat.</summary>
internal static class SnapchatPlacements
{
    private const string Specs = "https://audiencex.com/creative-specifications/snapchat/";

    private const string Agency = "https://odysseymediagroup.co.uk/client-resources/snapchat-single-ads";

    public static Placement SingleVideo { get; } =
        new()
        {
            Id = "snapchat.single-video",
            Title = "Snapchat",
            Shapes = new([Shape.Upright.From(720, 1280, Confidence.ThirdParty, Specs)], Confidence.ThirdParty, Specs),
            // Five to six seconds are watched; a shorter cut than five is only the film's first shot.
            Lengths = new(
                new(3, Confidence.ThirdParty, Agency),
                new(180, Confidence.ThirdParty, Agency),
                AimFrom: 5,
                AimTo: 6
            ),
            MaximumBytes = new(1_000_000_000, Confidence.ThirdParty, Specs),
            Containers = new(["mp4", "mov"], Confidence.ThirdParty, Specs),
            Encoding = new(
                new(["h264"], Confidence.ThirdParty, Specs),
                new("yuv420p", Confidence.House, "one encode that every channel takes"),
                new((23.97, 60), Confidence.House, "as the film was made; 24 to 30 is typical"),
                GopSeconds: null,
                MinimumBitrate: null,
                HouseRules.Audio with
                {
                    Track = new(true, Confidence.ThirdParty, Specs),
                    SampleRate = new(48_000, Confidence.ThirdParty, Specs),
                    Channels = new(2, Confidence.ThirdParty, Specs),
                }
            ),
            // 150 without an attachment; ads of products have one.
            SafeZone = new(SafeZone.Of(165, 340, 65, 65, 1080, 1920), Confidence.Unconfirmed, Agency),
            Loudness = new(new Loudness(-16, 1, -1.5), Confidence.ThirdParty, Specs),
            NeedsSound = new(true, Confidence.ThirdParty, $"{Agency} (an older page)"),
            NeedsMotion = new(true, Confidence.ThirdParty, $"{Agency} (an older page)"),
            // Snapchat takes one from the video itself.
            Poster = HouseRules.Poster with
            {
                Needed = new(false, Confidence.ThirdParty, Specs),
            },
        };
}
