using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;
using CommerceVideo.VideoModels.Studio.Stages;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>
/// The product rises from its ground, comes a little nearer and, in a loop, settles again; the ground does not move by a
/// single pixel value. At rest the frame is the picture itself.
/// </summary>
internal sealed class LiftFrames : IFrameSource
{
    private const int Taps = 6;

    /// <summary>How far the product rises, as a share of the frame's height, and how much nearer it comes.</summary>
    private const double Rise = 0.014;
    private const double Nearer = 0.028;

    private readonly LiftedPlane[] _planes;

    private readonly LiftRegion _region;

    private readonly Kernel _kernel = new(Taps);

    private readonly bool _loop;

    private readonly double _centreX;

    private readonly double _centreY;

    public LiftFrames(Stage stage, YccPicture ground, View view, FrameShape shape, int count, bool loop, bool vector)
    {
        (Shape, Count, _loop) = (shape, count, loop);
        var rest = Still.Of(stage.Picture, view, shape);
        var below = Still.Of(ground, view, shape);
        var cover = Still.OfCover(stage.Mask!, view, shape);
        var reach = (int)Math.Ceiling((Rise * shape.Height) + (Nearer * Math.Max(shape.Width, shape.Height))) + Taps;
        _region = LiftRegion.Of(rest.Y, below.Y, reach);
        (_centreX, _centreY) = (_region.Left + (_region.Width / 2.0), _region.Top + (_region.Height / 2.0));
        _planes =
        [
            new LiftedPlane(rest.Y, cover.Y, below.Y, _region, vector),
            new LiftedPlane(rest.Cb, cover.Cb, below.Cb, _region.Halved, vector),
            new LiftedPlane(rest.Cr, cover.Cr, below.Cr, _region.Halved, vector),
        ];
        _kernel.Tune(1, exact: true);
    }

    public int Count { get; }

    public FrameShape Shape { get; }

    public void Draw(int index, Span<byte> frame)
    {
        var lift = _loop
            ? Easing.ThereAndBack((double)index / Count)
            : Easing.Glide((double)index / Math.Max(1, Count - 1));
        var step = 1 / (1 + (Nearer * lift));
        var rise = Rise * Shape.Height * lift;
        var x = Origin(_region.Left, _centreX, 0, step);
        var y = Origin(_region.Top, _centreY, -rise, step);
        _planes[0].Draw(_kernel, x, y, step, Shape.Luma(frame));
        // A colour sample lies a quarter of its cell left of the middle: the same shift on both sides of the mapping.
        var colourX = (x / 2) + ((1 - step) / 4);
        _planes[1].Draw(_kernel, colourX, y / 2, step, Shape.Blueness(frame));
        _planes[2].Draw(_kernel, colourX, y / 2, step, Shape.Redness(frame));
    }

    /// <summary>Which layer place is shown at a frame place when the layer is scaled about a centre and moved.</summary>
    private static double Origin(double place, double centre, double moved, double step) =>
        centre + ((place - centre - moved) * step);
}
