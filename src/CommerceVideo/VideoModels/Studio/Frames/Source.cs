using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>A picture made ready for many frames: lightness at full size, colour at half, all in columns.</summary>
internal sealed class Source
{
    public Source(YccPicture picture, int taps)
    {
        Border = taps + 2;
        Width = picture.Width;
        Height = picture.Height;
        Lightness = new ColumnPlane(picture.Y, Border);
        Blueness = new ColumnPlane(HalvedPlane.Of(picture.Cb), Border);
        Redness = new ColumnPlane(HalvedPlane.Of(picture.Cr), Border);
    }

    public int Border { get; }

    public int Width { get; }

    public int Height { get; }

    public ColumnPlane Lightness { get; }

    public ColumnPlane Blueness { get; }

    public ColumnPlane Redness { get; }
}
