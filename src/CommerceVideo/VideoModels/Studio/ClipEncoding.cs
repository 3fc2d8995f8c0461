using System.Globalization;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>How frames become a Clip: near-lossless, cheap to decode, the same bytes each time.</summary>
internal sealed record ClipEncoding(string Preset, double Quality, string? Tune = null, int Threads = 2)
{
    public const int FramesPerSecond = 30;

    public static readonly ClipEncoding Intermediate = new("veryfast", 13, "fastdecode");

    public FfmpegCommand Command(FrameShape shape, string target)
    {
        string[] tune = Tune is null ? [] : ["-tune", Tune];
        return new FfmpegCommand()
            .StandardInput(
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-s",
                $"{shape.Width}x{shape.Height}",
                "-r",
                Number(FramesPerSecond)
            )
            .With("-an", "-c:v", "libx264", "-preset", Preset, "-crf", Number(Quality))
            .With(tune)
            .With("-threads", Number(Threads), "-g", Number(2 * FramesPerSecond), "-sc_threshold", "0")
            // A lookahead thread of its own sees more or fewer frames with the load, and the bytes change with it.
            .With("-x264-params", "sync-lookahead=0")
            .With("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")
            .With("-chroma_sample_location", "left", "-fflags", "+bitexact", "-flags:v", "+bitexact+cgop")
            .Output(target, "-movflags", "+faststart", "-f", "mp4");
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
