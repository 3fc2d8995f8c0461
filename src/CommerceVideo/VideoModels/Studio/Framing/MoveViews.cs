using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>First and last view of each move, inside the widest view there may be.</summary>
internal static class MoveViews
{
    /// <summary>A detail is looked for this far down the product: collars, logos and lacing sit high.</summary>
    private const double DetailHeight = 0.36;

    /// <summary>A pan shorter than this share of the frame does not read as one.</summary>
    private const double LeastTravel = 0.04;

    public static FramingPlan Of(ShotMove move, View wide, double zoom, View product, Canvas canvas)
    {
        var tight = Inside(wide, wide.Width / zoom, wide.Height / zoom, product.CentreX, product.CentreY, product);
        var (from, to) = move switch
        {
            ShotMove.PullOut => (tight, wide),
            ShotMove.PanLeft => Swapped(Across(wide, tight, product)),
            ShotMove.PanRight => Across(wide, tight, product),
            ShotMove.TiltUp => Swapped(Down(wide, tight, product)),
            ShotMove.TiltDown => Down(wide, tight, product),
            ShotMove.DetailToWhole => (Detail(wide, tight, product), wide),
            ShotMove.LiftOff => (wide, wide),
            _ => (wide, tight),
        };
        return new FramingPlan(canvas, from, to);
    }

    private static View Detail(View wide, View tight, View product) =>
        Inside(
            wide,
            tight.Width,
            tight.Height,
            product.CentreX,
            product.Y + (product.Height * DetailHeight),
            product: null
        );

    private static (View From, View To) Across(View wide, View tight, View product)
    {
        var (first, last) = Travel(wide.X, wide.Width, tight.Width, product.X, product.Width);
        return (tight with { X = first }, tight with { X = last });
    }

    private static (View From, View To) Down(View wide, View tight, View product)
    {
        var (first, last) = Travel(wide.Y, wide.Height, tight.Height, product.Y, product.Height);
        return (tight with { Y = first }, tight with { Y = last });
    }

    private static (View From, View To) Swapped((View From, View To) views) => (views.To, views.From);

    /// <summary>All the room there is, or the part of it that never cuts the product when that is enough to be seen.</summary>
    private static (double First, double Last) Travel(
        double start,
        double length,
        double view,
        double product,
        double productLength
    )
    {
        var (first, last) = (start, start + length - view);
        var (low, high) = (Math.Max(first, product + productLength - view), Math.Min(last, product));
        return high - low >= LeastTravel * view ? (low, high) : (first, last);
    }

    /// <summary>A view of the given size inside <paramref name="wide"/>, near a point, with the product whole if it fits.</summary>
    private static View Inside(View wide, double width, double height, double x, double y, View? product)
    {
        var left = Held(x - (width / 2), width, product?.X, product?.Width);
        var top = Held(y - (height / 2), height, product?.Y, product?.Height);
        return new View(
            Math.Clamp(left, wide.X, Math.Max(wide.X, wide.Right - width)),
            Math.Clamp(top, wide.Y, Math.Max(wide.Y, wide.Bottom - height)),
            width,
            height
        );
    }

    private static double Held(double start, double length, double? product, double? productLength) =>
        product is { } at && productLength is { } size && size <= length
            ? Math.Clamp(start, Math.Min(at, at + size - length), at)
            : start;
}
