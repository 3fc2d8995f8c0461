using CommerceVideo.Media;
using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>Where the product is over a whole move, as shares of the frame.</summary>
internal static class ProductFocus
{
    /// <summary>Each view maps the box by a shift and a scale, both monotonic along a move: its two ends bound it.</summary>
    public static FrameShare Over(PixelBox product, FramingPlan plan)
    {
        var first = In(product, plan.From);
        var last = In(product, plan.To);
        var (left, top) = (Share(Math.Min(first.X, last.X)), Share(Math.Min(first.Y, last.Y)));
        return new FrameShare(
            left,
            top,
            Share(Math.Max(first.Right, last.Right)) - left,
            Share(Math.Max(first.Bottom, last.Bottom)) - top
        );
    }

    private static View In(PixelBox box, View view) =>
        new(
            (box.X - view.X) / view.Width,
            (box.Y - view.Y) / view.Height,
            box.Width / view.Width,
            box.Height / view.Height
        );

    private static double Share(double value) => Math.Clamp(value, 0, 1);
}
