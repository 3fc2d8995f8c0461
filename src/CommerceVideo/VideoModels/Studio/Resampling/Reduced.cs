namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>A picture made smaller once, before any camera moves over it.</summary>
internal static class Reduced
{
    public static YccPicture Of(YccPicture picture, int width, int height) =>
        new(Of(picture.Y, width, height), Of(picture.Cb, width, height), Of(picture.Cr, width, height));

    public static Plane Of(Plane plane, int width, int height) =>
        Of(plane, width, height, (double)plane.Width / width, (double)plane.Height / height);

    /// <param name="stepX">Source samples from one column to the next; likewise <paramref name="stepY"/>.</param>
    public static Plane Of(Plane plane, int width, int height, double stepX, double stepY)
    {
        var taps = Kernel.TapsFor(0.7 / Math.Max(stepX, stepY));
        var kernel = new Kernel(taps);
        kernel.Tune(1 / Math.Max(stepX, stepY));
        var (across, down) = (new AxisTaps(width, taps), new AxisTaps(height, taps));
        across.Aim(kernel, 0, stepX, 0.5, plane.Width, taps + 2);
        down.Aim(kernel, 0, stepY, 0.5, plane.Height, taps + 2);
        var smaller = new Plane(width, height);
        new PlaneResampler().ToSamples(new ColumnPlane(plane, taps + 2), across, down, smaller.Samples, width);
        return smaller;
    }
}
