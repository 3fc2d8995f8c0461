using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Variations;

/// <summary>A tighter frame round the product, of the same shape. Pure.</summary>
public static class CloserFrame
{
    /// <param name="shown">What of the take the film shows.</param>
    /// <param name="focus">Where the product stays in the take, in shares of its frame; null where nobody knows.</param>
    /// <returns>Null where the product would be cut, is not known, or the film shows made ground.</returns>
    public static ShownFrame? Of(ShownFrame shown, FrameSize take, FrameShare? focus, double closeness)
    {
        if (closeness >= 1)
        {
            return shown;
        }

        if (shown.Fitted || focus is not { } product)
        {
            return null;
        }

        var box = shown.Box;
        var (width, height) = (Even(box.Width * closeness), Even(box.Height * closeness));
        var (x, wide) = Place(product.X * take.Width, product.Width * take.Width, box.X, box.Width, width);
        var (y, high) = Place(product.Y * take.Height, product.Height * take.Height, box.Y, box.Height, height);
        return wide && high ? new ShownFrame(new PixelBox(x, y, width, height), Fitted: false) : null;
    }

    /// <summary>Where a length lies inside a span with the product in its middle, and whether it holds the product.</summary>
    private static (int Start, bool Holds) Place(double product, double extent, int start, int span, int length)
    {
        var at = Even(product + ((extent - length) / 2));
        at = Math.Clamp(at, start, start + span - length) & ~1;
        return (at, at <= product && at + length >= product + extent);
    }

    private static int Even(double length) => (int)Math.Round(length / 2, MidpointRounding.AwayFromZero) * 2;
}
