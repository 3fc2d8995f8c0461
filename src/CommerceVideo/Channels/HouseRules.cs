namespace CommerceVideo.Channels;

/// <summary>What we ask of every file whatever the channel says: the strictest published rule of all channels, once.</summary>
public static class HouseRules
{
    private const string Reason = "one encode that every channel takes";

    /// <summary>Bits a second below which a channel's own re-encode shows blocks; a file is encoded finer until it holds them.</summary>
    public const long BitrateFloor = 2_000_000;

    /// <summary>Bits a second over any two seconds above which phones on the move stall.</summary>
    public const long BitrateCeiling = 12_000_000;

    /// <summary>How far from a named ratio a frame of even pixels may be.</summary>
    public const double RatioTolerance = 0.01;

    /// <summary>What one picture of a poster must at least be wide, where the video is.</summary>
    public const int PosterWidth = 600;

    /// <summary>Stereo AAC at 48 kHz: Meta's rule, and every other channel takes it.</summary>
    public static AudioRules Audio { get; } =
        new(
            new(true, Confidence.House, "a missing track is refused by some channels and odd in many players"),
            new("aac", Confidence.House, Reason),
            new(48_000, Confidence.House, Reason),
            new(2, Confidence.House, Reason)
        );
}
