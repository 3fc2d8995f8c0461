using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>
/// One frame's mapping from output samples to source samples, for planes at full size and for those at half size. MPEG
/// puts a colour sample on the left one of its two columns and halfway between its two rows.
/// </summary>
internal sealed class Aim(FrameShape shape, int taps, int border)
{
    private const double Middle = 0.5;
    private const double ColourSiting = 0.25;

    private readonly Kernel _kernel = new(taps);

    public AxisTaps Across { get; } = new(shape.Width, taps);

    public AxisTaps Down { get; } = new(shape.Height, taps);

    public AxisTaps ColourAcross { get; } = new(shape.ChromaWidth, taps);

    public AxisTaps ColourDown { get; } = new(shape.ChromaHeight, taps);

    public void At(View view, int sourceWidth, int sourceHeight, bool exact = false)
    {
        var (stepX, stepY) = (view.Width / shape.Width, view.Height / shape.Height);
        _kernel.Tune(1 / stepX, exact);
        Across.Aim(_kernel, view.X, stepX, Middle, sourceWidth, border);
        Down.Aim(_kernel, view.Y, stepY, Middle, sourceHeight, border);
        ColourAcross.Aim(_kernel, view.X / 2, stepX, ColourSiting, (sourceWidth + 1) / 2, border);
        ColourDown.Aim(_kernel, view.Y / 2, stepY, Middle, (sourceHeight + 1) / 2, border);
    }
}
