using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>The camera moves over a picture.</summary>
internal sealed class CameraFrames(Source source, CameraPath path, FrameShape shape, int count, int taps, bool vector)
    : IFrameSource
{
    private readonly Aim _aim = new(shape, taps, source.Border);

    private readonly PlaneResampler _resampler = new(vector);

    public int Count => count;

    public FrameShape Shape => shape;

    public void Draw(int index, Span<byte> frame)
    {
        _aim.At(path.At(index, count), source.Width, source.Height);
        _resampler.ToBytes(source.Lightness, _aim.Across, _aim.Down, shape.Luma(frame), shape.Width);
        _resampler.ToBytes(
            source.Blueness,
            _aim.ColourAcross,
            _aim.ColourDown,
            shape.Blueness(frame),
            shape.ChromaWidth
        );
        _resampler.ToBytes(source.Redness, _aim.ColourAcross, _aim.ColourDown, shape.Redness(frame), shape.ChromaWidth);
    }
}
