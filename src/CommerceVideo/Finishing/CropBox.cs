using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>The part of a frame that becomes another shape: the largest there is, round the product, on even pixels.</summary>
public static class CropBox
{
    /// <summary>A product that fills the frame this far is shown in detail: nobody expects to see all of it.</summary>
    private const double FilledShare = 0.97;

    /// <param name="Whole">The Focus is inside, or there is none to keep, or the frame itself already cuts it.</param>
    public readonly record struct Crop(PixelBox Box, bool Whole);

    public static Crop Keeping(FrameSize frame, AspectRatio ratio, FrameShare? focus)
    {
        var size = Largest(frame, ratio);
        var x = Place(size.Width, frame.Width, focus?.X, focus?.Width, Overflow.BothSides);
        var y = Place(size.Height, frame.Height, focus?.Y, focus?.Height, Overflow.End);
        return new Crop(new PixelBox(x.Start, y.Start, size.Width, size.Height), x.Whole && y.Whole);
    }

    /// <summary>The largest even size of this ratio inside the frame.</summary>
    public static FrameSize Largest(FrameSize frame, AspectRatio ratio) =>
        frame.Ratio > ratio.Value
            ? new FrameSize(
                Math.Min(NearestEven(frame.Height / 2 * 2 * ratio.Value), Even(frame.Width)),
                Even(frame.Height)
            )
            : new FrameSize(
                Even(frame.Width),
                Math.Min(NearestEven(frame.Width / 2 * 2 / ratio.Value), Even(frame.Height))
            );

    private static (int Start, bool Whole) Place(
        int length,
        int frame,
        double? focusStart,
        double? focusLength,
        Overflow overflow
    )
    {
        var last = Even(frame - length);
        if (focusStart is not { } start || focusLength is not { } wide)
        {
            return (Even(last / 2), true);
        }

        // Outward to whole pixels: a product's edge inside a pixel counts as that pixel.
        var from = Math.Clamp((int)Math.Floor(start * frame), 0, frame);
        var to = Math.Clamp((int)Math.Ceiling((start + wide) * frame), from, frame);
        var centred = Math.Clamp(Even((int)Math.Round((from + to - length) / 2.0)), 0, last);
        if (to - centred > length && to - length <= last)
        {
            centred = Math.Min(Even(to - length + 1), last);
        }

        if (to - from > length && overflow == Overflow.End)
        {
            centred = Math.Min(Even(from), last);
        }

        var inside = centred <= from && centred + length >= to;
        return (centred, inside || to - from >= FilledShare * frame);
    }

    private static int Even(int value) => value & ~1;

    private static int NearestEven(double value) => (int)Math.Round(value / 2, MidpointRounding.AwayFromZero) * 2;

    /// <summary>Where a product that does not fit is cut.</summary>
    private enum Overflow
    {
        BothSides,

        /// <summary>Below: a collar or a waistband says more than a hem, and a cut at the top reads as a mistake.</summary>
        End,
    }
}
