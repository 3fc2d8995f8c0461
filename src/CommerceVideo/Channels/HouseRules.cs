namespace CommerceVideo.Channels;

/// <summary>What we ask of every file whatever the channel says: the strictest published rule of all channels, once.</summary>
public static class HouseRules
{
    private const string Reason = "one encode that every channel takes";

    private const string Captions = "captions that are read on a phone at arm's length";

    /// <summary>Bits a second below which a channel's own re-encode shows blocks; a file is encoded finer until it holds them.</summary>
    public const long BitrateFloor = 2_000_000;

    /// <summary>Bits a second over any two seconds above which phones on the move stall.</summary>
    public const long BitrateCeiling = 12_000_000;

    /// <summary>How far from a named ratio a frame of even pixels may be.</summary>
    public const double RatioTolerance = 0.01;

    /// <summary>Share of a side from which black along it is a bar and no dark edge.</summary>
    public const double BarShare = 0.02;

    /// <summary>Mean change of lightness from one look to the next (255 is black to white) below which nothing moves.</summary>
    public const double StillChange = 0.3;

    /// <summary>Stereo AAC at 48 kHz: Meta's rule, and every other channel takes it.</summary>
    public static AudioRules Audio { get; } =
        new(
            new(true, Confidence.House, "a missing track is refused by some channels and odd in many players"),
            new("aac", Confidence.House, Reason),
            new(48_000, Confidence.House, Reason),
            new(2, Confidence.House, Reason)
        );

    /// <summary>Snapchat publishes it; for the channels that publish none it is the level nobody has to turn down for.</summary>
    public static Sourced<Loudness> Loudness { get; } =
        new(new Loudness(-16, 1, -1.5), Confidence.House, "one loudness for all feeds, that of Snapchat");

    public static PosterRules Poster { get; } =
        new(
            new(true, Confidence.House, "a video shows something before it plays"),
            new(true, Confidence.House, "nothing jumps when it starts"),
            new(8_000_000, Confidence.House, "every channel takes that many bytes"),
            new(600, Confidence.House, "sharp in a feed")
        );

    public static WordRules Words { get; } =
        new(
            new(true, Confidence.House, "feeds are watched muted"),
            new(44, Confidence.House, Captions),
            new(2, Confidence.House, Captions),
            new(32, Confidence.House, Captions)
        );
}
