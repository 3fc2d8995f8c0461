using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Colour;

/// <summary>All frames of a video as grids: small enough to hold, and each cell a true mean.</summary>
internal sealed class SmallFrames(FfmpegRunner ffmpeg)
{
    private const int LongSide = 96;

    public static IReadOnlyList<string> Raw { get; } = ["-fps_mode", "passthrough", "-f", "rawvideo"];

    public static FrameSize SizeFor(FrameSize frame)
    {
        var shrink = (double)LongSide / Math.Max(frame.Width, frame.Height);
        return new FrameSize(
            Math.Max(8, (int)Math.Round(frame.Width * shrink)),
            Math.Max(8, (int)Math.Round(frame.Height * shrink))
        );
    }

    public static string Filter(FrameSize frame)
    {
        var size = SizeFor(frame);
        return $"scale={size.Width}:{size.Height}:flags=area:out_color_matrix=bt709:out_range=tv,format=yuv444p";
    }

    public static FfmpegCommand Command(FilmedTake take) =>
        new FfmpegCommand()
            .File(take.Clip.File, "-threads", "1")
            .With("-map", "0:v:0", "-vf", Filter(take.Size))
            .StandardOutput([.. Raw]);

    public async Task<IReadOnlyList<YccGrid>> ReadAsync(FilmedTake take, CancellationToken ct)
    {
        var frames = new List<YccGrid>();
        var limit = TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(10 * take.Facts.Timing.Seconds);
        await ffmpeg.ReadAsync(
            Command(take),
            limit,
            (output, token) => ReadAsync(output, take.Size, frames, token),
            ct
        );
        return frames;
    }

    /// <summary>What finishing wrote of the frames it gave to its encoders.</summary>
    public static async Task<IReadOnlyList<YccGrid>> ReadAsync(string file, FrameSize frame, CancellationToken ct)
    {
        var frames = new List<YccGrid>();
        await using var stream = File.OpenRead(file);
        await ReadAsync(stream, frame, frames, ct);
        return frames;
    }

    private static async Task ReadAsync(Stream stream, FrameSize frame, List<YccGrid> frames, CancellationToken ct)
    {
        var size = SizeFor(frame);
        var planes = new byte[3 * size.Width * size.Height];
        while (await stream.ReadAtLeastAsync(planes, planes.Length, throwOnEndOfStream: false, ct) == planes.Length)
        {
            frames.Add(YccGrid.Of(planes, size.Width, size.Height));
        }
    }
}
