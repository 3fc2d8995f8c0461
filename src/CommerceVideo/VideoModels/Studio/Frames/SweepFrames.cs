using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>Light glides over the product while the camera hardly moves. Colour and ground stay as they are.</summary>
internal sealed class SweepFrames : IFrameSource
{
    private readonly Source _source;

    private readonly ColumnPlane _cover;

    private readonly CameraPath _path;

    private readonly Aim _aim;

    private readonly PlaneResampler _resampler;

    private readonly LightBand _band;

    private readonly bool _vector;

    private readonly short[] _lightness;

    private readonly short[] _shown;

    public SweepFrames(Source source, Plane mask, CameraPath path, FrameShape shape, int count, int taps, bool vector)
    {
        (_source, _path, Shape, Count, _vector) = (source, path, shape, count, vector);
        _cover = new ColumnPlane(mask, source.Border);
        _aim = new Aim(shape, taps, source.Border);
        _resampler = new PlaneResampler(vector);
        _band = new LightBand(shape);
        _lightness = new short[shape.LumaBytes];
        _shown = new short[shape.LumaBytes];
    }

    public int Count { get; }

    public FrameShape Shape { get; }

    public void Draw(int index, Span<byte> frame)
    {
        var (width, colourWidth) = (Shape.Width, Shape.ChromaWidth);
        _aim.At(_path.At(index, Count), _source.Width, _source.Height);
        _resampler.ToSamples(_source.Lightness, _aim.Across, _aim.Down, _lightness, width);
        _resampler.ToSamples(_cover, _aim.Across, _aim.Down, _shown, width);
        _resampler.ToBytes(_source.Blueness, _aim.ColourAcross, _aim.ColourDown, Shape.Blueness(frame), colourWidth);
        _resampler.ToBytes(_source.Redness, _aim.ColourAcross, _aim.ColourDown, Shape.Redness(frame), colourWidth);
        var time = (double)index / Count;
        var luma = Shape.Luma(frame);
        for (var y = 0; y < Shape.Height; y++)
        {
            var at = y * width;
            LightPasses.Line(
                _lightness.AsSpan(at, width),
                _shown.AsSpan(at, width),
                _band.Row(y, time, width),
                luma.Slice(at, width),
                _vector
            );
        }
    }
}
