using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// A part of the product, so near that it is seen to be meant: never the product with a strip cut off. Of the frame's shape. Pure.
/// </summary>
public static class PartFrame
{
    /// <summary>At most so much of the frame, and of the product's longer side, is shown.</summary>
    private const double MostOfFrame = 0.62;

    private const double MostOfProduct = 0.72;

    /// <summary>Nearer than this, a take of a phone's width is too coarse.</summary>
    private const double LeastOfFrame = 0.5;

    /// <summary>Room beyond the end of the product, in parts of what is shown.</summary>
    private const double Beyond = 0.1;

    /// <param name="shown">What of the take the film shows.</param>
    /// <param name="focus">Where the product stays in the take; null where nobody knows, and the middle of the frame stands for it.</param>
    /// <returns>Null where the product is too small in the frame for one, or the film shows made ground.</returns>
    public static ShownFrame? Of(ShownFrame shown, FrameSize take, FrameShare? focus, FramePart part)
    {
        if (part == FramePart.Whole)
        {
            return shown;
        }

        var box = shown.Box;
        var product = Inside(focus ?? new FrameShare(0, 0, 1, 1), take, box);
        var upright = product.Height >= product.Width;
        var share = Math.Min(
            MostOfFrame,
            MostOfProduct * (upright ? (double)product.Height / box.Height : (double)product.Width / box.Width)
        );
        if (shown.Fitted || share < LeastOfFrame)
        {
            return null;
        }

        var (width, height) = (Even(box.Width * share), Even(box.Height * share));
        var x = upright ? Middle(product.X, product.Width, width) : Along(product.X, product.Width, width, part);
        var y = upright ? Along(product.Y, product.Height, height, part) : Middle(product.Y, product.Height, height);
        return new ShownFrame(
            new PixelBox(
                Even(Math.Clamp(x, box.X, box.X + box.Width - width)),
                Even(Math.Clamp(y, box.Y, box.Y + box.Height - height)),
                width,
                height
            ),
            Fitted: false
        );
    }

    private static PixelBox Inside(FrameShare focus, FrameSize take, PixelBox box)
    {
        var left = Math.Clamp((int)(focus.X * take.Width), box.X, box.X + box.Width);
        var top = Math.Clamp((int)(focus.Y * take.Height), box.Y, box.Y + box.Height);
        var right = Math.Clamp((int)((focus.X + focus.Width) * take.Width), left, box.X + box.Width);
        var bottom = Math.Clamp((int)((focus.Y + focus.Height) * take.Height), top, box.Y + box.Height);
        return new PixelBox(left, top, right - left, bottom - top);
    }

    private static double Along(int start, int extent, int length, FramePart part) =>
        part switch
        {
            FramePart.Start => start - (Beyond * length),
            FramePart.End => start + extent + (Beyond * length) - length,
            _ => Middle(start, extent, length),
        };

    private static double Middle(int start, int extent, int length) => start + ((extent - length) / 2.0);

    private static int Even(double length) => (int)Math.Floor(length / 2) * 2;
}
