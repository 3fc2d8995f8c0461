using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing.Words;

/// <summary>Looks at a file's pictures before it is made, twice a second and an eighth as large: what words will stand on.</summary>
internal sealed class BeneathFrames
{
    public const int PerSecond = 2;

    public const int Reduction = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly FrameSize _size;

    private readonly IReadOnlyList<byte[]> _frames;

    private BeneathFrames(FrameSize size, IReadOnlyList<byte[]> frames)
    {
        (_size, _frames) = (size, frames);
    }

    public static async Task<BeneathFrames> ReadAsync(
        FfmpegRunner ffmpeg,
        FinishingPlan plan,
        RenditionPlan file,
        CancellationToken ct
    )
    {
        var size = new FrameSize(Math.Max(2, file.Size.Width / Reduction), Math.Max(2, file.Size.Height / Reduction));
        var frames = new List<byte[]>();
        await ffmpeg.ReadAsync(
            FinishingCommand.Look(plan, file, PerSecond, size),
            Limit,
            async (output, token) =>
            {
                for (var more = true; more; )
                {
                    var frame = new byte[size.Pixels * 3];
                    more = await output.ReadAtLeastAsync(frame, frame.Length, false, token) == frame.Length;
                    if (more)
                    {
                        frames.Add(frame);
                    }
                }
            },
            ct
        );
        return new BeneathFrames(size, frames);
    }

    /// <summary>The darkest and the lightest below a box while it is shown.</summary>
    public Beneath Of(PixelBox box, double from, double to)
    {
        Span<byte> darkest = [255, 255, 255];
        Span<byte> lightest = [0, 0, 0];
        var (first, last) = ((int)(from * PerSecond), (int)Math.Ceiling(to * PerSecond));
        for (var at = Math.Max(0, first - 1); at <= Math.Min(last, _frames.Count - 1); at++)
        {
            for (var y = box.Y / Reduction; y <= Math.Min((box.Y + box.Height) / Reduction, _size.Height - 1); y++)
            {
                for (var x = box.X / Reduction; x <= Math.Min((box.X + box.Width) / Reduction, _size.Width - 1); x++)
                {
                    Widen(_frames[at].AsSpan(((y * _size.Width) + x) * 3, 3), darkest, lightest);
                }
            }
        }

        return new Beneath(new Rgb(darkest[0], darkest[1], darkest[2]), new Rgb(lightest[0], lightest[1], lightest[2]));
    }

    private static void Widen(ReadOnlySpan<byte> pixel, Span<byte> darkest, Span<byte> lightest)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            darkest[channel] = Math.Min(darkest[channel], pixel[channel]);
            lightest[channel] = Math.Max(lightest[channel], pixel[channel]);
        }
    }
}
