using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>One channel of a lifted product: layer and cover move, the ground below stands still.</summary>
internal sealed class LiftedPlane
{
    private const int Taps = 6;
    private const int Border = Taps + 2;

    private readonly int _width;

    private readonly Plane _ground;

    private readonly ColumnPlane _layer;

    private readonly ColumnPlane _cover;

    private readonly LiftRegion _region;

    private readonly AxisTaps _across;

    private readonly AxisTaps _down;

    private readonly PlaneResampler _resampler;

    private readonly short[] _movedLayer;

    private readonly short[] _movedCover;

    private readonly byte[] _still;

    private readonly bool _vector;

    /// <param name="picture">The frame as the camera sees it at rest; likewise cover and ground.</param>
    /// <param name="region">The part of the plane the product ever reaches.</param>
    public LiftedPlane(Plane picture, Plane cover, Plane ground, LiftRegion region, bool vector)
    {
        var layer = new Plane(picture.Width, picture.Height);
        LayerPasses.TakeOff(picture.Samples, cover.Samples, ground.Samples, layer.Samples);
        (_width, _ground, _region, _vector) = (picture.Width, ground, region, vector);
        _layer = new ColumnPlane(layer, Border);
        _cover = new ColumnPlane(cover, Border);
        _across = new AxisTaps(region.Width, Taps);
        _down = new AxisTaps(region.Height, Taps);
        _resampler = new PlaneResampler(vector);
        _movedLayer = new short[region.Width * region.Height];
        _movedCover = new short[region.Width * region.Height];
        _still = [.. ground.Samples.Select(ScalarPasses.Rounded)];
    }

    /// <param name="originX">Layer place that shows at the region's first column; likewise <paramref name="originY"/>.</param>
    /// <param name="step">Layer samples from one output sample to the next.</param>
    public void Draw(Kernel kernel, double originX, double originY, double step, Span<byte> output)
    {
        _still.CopyTo(output);
        _across.Aim(kernel, originX, step, 0.5, _layer.Width, Border);
        _down.Aim(kernel, originY, step, 0.5, _layer.Height, Border);
        _resampler.ToSamples(_layer, _across, _down, _movedLayer, _region.Width);
        _resampler.ToSamples(_cover, _across, _down, _movedCover, _region.Width);
        for (var y = 0; y < _region.Height; y++)
        {
            var (from, to) = (y * _region.Width, ((y + _region.Top) * _width) + _region.Left);
            LayerPasses.LayOn(
                _movedLayer.AsSpan(from, _region.Width),
                _movedCover.AsSpan(from, _region.Width),
                _ground.Samples.AsSpan(to, _region.Width),
                output.Slice(to, _region.Width),
                _vector
            );
        }
    }
}
