using System.Globalization;
using CommerceVideo.Channels;

namespace CommerceVideo.Finishing;

/// <summary>How a Rendition is encoded: one profile that every channel takes. Why these values: docs/decisions/0021-rendition-encode.md.</summary>
/// <param name="Crf">Quality; lower is finer.</param>
/// <param name="Threads">Pinned, so that the same Clip gives the same bytes on every machine.</param>
/// <param name="Lookahead">Frames the encoder holds back: memory against rate.</param>
public sealed record EncodeProfile(
    string Preset = "faster",
    int Crf = EncodeProfile.UsualCrf,
    int Threads = 2,
    int Lookahead = 10
)
{
    /// <summary>Bits a second that a film is filled up to which holds fewer at any quality; null for none.</summary>
    public long? FilledTo { get; init; }

    public const int UsualCrf = 18;

    /// <summary>Finer than this adds bits no channel keeps.</summary>
    public const int FinestCrf = 2;

    public const int GopSeconds = 2;

    /// <summary>A page film is short, and every shopper sees copies of it: it gets the work that a feed's would not show.</summary>
    public static EncodeProfile For(Placement placement) =>
        placement.FollowsPicture ? new EncodeProfile("medium") : new EncodeProfile();

    public IReadOnlyList<string> Picture(int fps) =>
        [
            "-c:v",
            "libx264",
            "-preset",
            Preset,
            "-profile:v",
            "high",
            "-level:v",
            fps > 30 ? "4.2" : "4.0",
            "-pix_fmt",
            "yuv420p",
            .. Rate(),
            "-g",
            Whole(GopSeconds * fps),
            "-keyint_min",
            Whole(GopSeconds * fps),
            "-sc_threshold",
            "0",
            "-x264-params",
            $"open-gop=0:rc-lookahead={Whole(Lookahead)}:sync-lookahead=0{(FilledTo is null ? "" : ":nal-hrd=cbr")}",
            "-threads",
            // The rate control that fills up gives the same bytes only with one.
            Whole(FilledTo is null ? Threads : 1),
            "-color_range",
            "tv",
            "-colorspace",
            "bt709",
            "-color_trc",
            "bt709",
            "-color_primaries",
            "bt709",
            "-flags:v",
            "+bitexact",
        ];

    private string[] Rate()
    {
        if (FilledTo is not { } rate)
        {
            return ["-crf", Whole(Crf)];
        }

        var bits = rate.ToString(CultureInfo.InvariantCulture);
        return ["-b:v", bits, "-minrate", bits, "-maxrate", bits, "-bufsize", bits];
    }

    /// <summary>Digital silence is coded in a few bytes a frame whatever the rate says.</summary>
    public static IReadOnlyList<string> Sound { get; } =
    ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2", "-flags:a", "+bitexact"];

    public static IReadOnlyList<string> File { get; } =
    ["-map_metadata", "-1", "-map_chapters", "-1", "-movflags", "+faststart", "-fflags", "+bitexact", "-f", "mp4"];

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
