using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>The frame's size and the move, in picture pixels (which may reach outside the picture).</summary>
internal sealed record FramingPlan(Canvas Canvas, View From, View To)
{
    /// <summary>Everything the camera sees.</summary>
    public View Seen => From.Union(To);

    public double TightestWidth => Math.Min(From.Width, To.Width);

    public bool ReachesOutside(int width, int height) =>
        Seen.X < -1e-6 || Seen.Y < -1e-6 || Seen.Right > width + 1e-6 || Seen.Bottom > height + 1e-6;
}
