using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Quality.Measuring;

/// <summary>What of each frame is looked at: all of it made small, and below that one window at the clip's own size.</summary>
/// <param name="Small">Multiples of 4.</param>
/// <param name="Native">In pixels of the clip; as wide as the small frame, on the grid that coders cut frames into.</param>
internal sealed record ClipWindow(FrameSize Clip, FrameSize Small, PixelBox Native)
{
    private const int LongestSide = 448;
    private const int NativeHeight = 256;
    private const int Grid = 16;

    /// <summary>Shorter side in pixels below which a product's parts are a pixel or two, and a camera's steps are jumps.</summary>
    private const int LeastSide = 200;

    public bool IsLargeEnough => Math.Min(Clip.Width, Clip.Height) >= LeastSide;

    /// <summary>Bytes of one frame as the decoder hands it over: yuv420p, the small frame above the window.</summary>
    public int Bytes => Small.Width * Height * 3 / 2;

    public int Height => Small.Height + Native.Height;

    public static ClipWindow Of(FrameSize clip)
    {
        var shrink = Math.Min(1, (double)LongestSide / Math.Max(clip.Width, clip.Height));
        var small = new FrameSize(By4(clip.Width * shrink), By4(clip.Height * shrink));
        var (width, height) = (small.Width, Math.Min(By4(clip.Height), NativeHeight));
        return new ClipWindow(
            clip,
            small,
            new PixelBox(OnGrid((clip.Width - width) / 2), OnGrid((clip.Height - height) / 2), width, height)
        );
    }

    public FfmpegCommand Command(string file) =>
        new FfmpegCommand()
            .File(file)
            .With(
                "-an",
                "-filter_complex",
                "[0:v]format=yuv420p,split[whole][near];"
                    + $"[whole]scale={Small.Width}:{Small.Height}:flags=area:out_range=tv:out_color_matrix=bt709[small];"
                    + $"[near]crop={Native.Width}:{Native.Height}:{Native.X}:{Native.Y}[window];"
                    + "[small][window]vstack,format=yuv420p[out]",
                "-map",
                "[out]",
                "-vsync",
                "passthrough"
            )
            .StandardOutput("-f", "rawvideo");

    private static int By4(double side) => Math.Max(4, (int)(side + 0.5) / 4 * 4);

    private static int OnGrid(int place) => Math.Max(0, place) / Grid * Grid;
}
