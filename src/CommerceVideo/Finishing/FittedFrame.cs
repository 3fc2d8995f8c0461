using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>
/// A frame shown whole in another shape, as a part of ffmpeg's graph: what is missing is the frame's own outermost pixels
/// carried on and blurred, so that a plain ground goes on in its own tone and a scene as soft surroundings; or the brand's ground.
/// </summary>
internal static class FittedFrame
{
    /// <summary>The ground is made this much smaller: it is soft anyway, and a blur costs by the pixel.</summary>
    private const int Reduction = 8;

    /// <summary>Blur of the ground, as a part of its short side.</summary>
    private const int Softness = 14;

    /// <param name="from">What leads to the frame: its label and any filters before.</param>
    /// <param name="to">The result's label.</param>
    /// <param name="name">What the labels between begin with.</param>
    /// <param name="ground">The brand's; null for the frame's own.</param>
    public static IEnumerable<string> Chains(
        string from,
        string to,
        string name,
        FrameSize frame,
        FrameSize file,
        GroundFill? ground = null
    )
    {
        var inner = Inner(frame, file);
        var (x, y) = ((file.Width - inner.Width) / 4 * 2, (file.Height - inner.Height) / 4 * 2);
        yield return $"{from}split=2[{name}f][{name}g]";
        yield return $"[{name}g]{ground?.Filters(file.Width, file.Height) ?? Ground(inner, x, y, file)}[{name}b]";
        yield return $"[{name}f]scale={inner.Width}:{inner.Height}:flags=bicubic+accurate_rnd+full_chroma_int[{name}i]";
        yield return $"[{name}b][{name}i]overlay={x}:{y}:format=yuv420,setsar=1{to}";
    }

    private static string Ground(FrameSize inner, int x, int y, FrameSize file)
    {
        var (small, whole) = (Reduced(inner), Reduced(file));
        var (left, top) = (Reduced(x, whole.Width - small.Width), Reduced(y, whole.Height - small.Height));
        var (right, bottom) = (whole.Width - small.Width - left, whole.Height - small.Height - top);
        // Only along the edge: across it a product near the edge would bleed into the ground.
        var soft = Math.Max(1, Math.Min(whole.Width, whole.Height) / Softness);
        return $"scale={small.Width}:{small.Height}:flags=area,"
            + $"pad={whole.Width}:{whole.Height}:{left}:{top},"
            + $"fillborders=left={left}:right={right}:top={top}:bottom={bottom}:mode=smear,"
            + $"avgblur=sizeX={(right > 0 ? 1 : soft)}:sizeY={(right > 0 ? soft : 1)},"
            + $"scale={file.Width}:{file.Height}:flags=bicubic";
    }

    private static FrameSize Inner(FrameSize frame, FrameSize file)
    {
        var scale = Math.Min((double)file.Width / frame.Width, (double)file.Height / frame.Height);
        return new FrameSize(Even(frame.Width * scale, file.Width), Even(frame.Height * scale, file.Height));
    }

    private static FrameSize Reduced(FrameSize size) =>
        new(Math.Max(8, (size.Width / Reduction) & ~1), Math.Max(8, (size.Height / Reduction) & ~1));

    private static int Reduced(int place, int last) => Math.Min(place / Reduction, last) & ~1;

    private static int Even(double length, int most) => Math.Min((int)Math.Round(length / 2) * 2, most & ~1);
}
