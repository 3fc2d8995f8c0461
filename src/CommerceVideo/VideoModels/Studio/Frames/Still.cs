using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>One view of a picture on the frame's own sampling grid, before rounding to bytes.</summary>
internal static class Still
{
    public static YccPicture Of(YccPicture picture, View view, FrameShape shape)
    {
        var aim = Aimed(picture.Y, view, shape);
        return new YccPicture(
            Drawn(picture.Y, aim.Across, aim.Down),
            Drawn(HalvedPlane.Of(picture.Cb), aim.ColourAcross, aim.ColourDown),
            Drawn(HalvedPlane.Of(picture.Cr), aim.ColourAcross, aim.ColourDown)
        );
    }

    /// <summary>The product's cover, at full size and where the colour samples lie.</summary>
    public static YccPicture OfCover(Plane mask, View view, FrameShape shape)
    {
        var aim = Aimed(mask, view, shape);
        var half = Drawn(HalvedPlane.Of(mask), aim.ColourAcross, aim.ColourDown);
        return new YccPicture(Drawn(mask, aim.Across, aim.Down), half, half);
    }

    private static Aim Aimed(Plane plane, View view, FrameShape shape)
    {
        var taps = Kernel.TapsFor(shape.Width / view.Width);
        var aim = new Aim(shape, taps, taps + 2);
        aim.At(view, plane.Width, plane.Height);
        return aim;
    }

    private static Plane Drawn(Plane plane, AxisTaps across, AxisTaps down)
    {
        var drawn = new Plane(across.Length, down.Length);
        new PlaneResampler().ToSamples(
            new ColumnPlane(plane, across.Taps + 2),
            across,
            down,
            drawn.Samples,
            across.Length
        );
        return drawn;
    }
}
