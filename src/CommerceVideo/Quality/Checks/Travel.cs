using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>How far the product's box moves between two frames, corner by corner, as a share of the frame's diagonal.</summary>
internal static class Travel
{
    public static double Of(ClipObservations clip, FrameLook one, FrameLook other)
    {
        var box = clip.Photo.Study.Mask.Box;
        var scale = (double)clip.Photo.Width / clip.Photo.Study.Photo.Width;
        (double X, double Y)[] corners =
        [
            (box.X * scale, box.Y * scale),
            (box.Right * scale, box.Y * scale),
            (box.X * scale, box.Bottom * scale),
            (box.Right * scale, box.Bottom * scale),
        ];
        var small = clip.Clip.Window.Small;
        return corners.Max(corner =>
                Distance(one.Placed.Placing.Of(corner.X, corner.Y), other.Placed.Placing.Of(corner.X, corner.Y))
            ) / Math.Sqrt(((double)small.Width * small.Width) + ((double)small.Height * small.Height));
    }

    private static double Distance((float X, float Y) one, (float X, float Y) other) =>
        Math.Sqrt(((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y)));
}
