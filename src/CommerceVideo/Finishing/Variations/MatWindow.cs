using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Variations;

/// <summary>Where a film is shown beside the brand's ground, and where that leaves room for words. Pure.</summary>
/// <param name="Room">What of the frame words keep free beside what the channel asks for.</param>
public sealed record MatWindow(PixelBox Film, SafeZone Room)
{
    /// <summary>Height of a panel inside what is free, in shares of the frame's: two lines of a hook.</summary>
    private const double Panel = 0.16;

    /// <summary>Below it feeds show their own words.</summary>
    private const double Lowest = 0.65;

    private const double Side = 0.08;

    /// <summary>A frame wider than this has no height to give away.</summary>
    private const double WidestRatio = 0.75;

    /// <returns>Null where the frame is not upright, or the channel's own buttons leave no room for a film beside a panel.</returns>
    public static MatWindow? Of(MatPlace place, FrameSize frame, SafeZone zone)
    {
        var top = zone.Top + Panel;
        var low = Math.Min(Lowest, 1 - zone.Bottom) - Panel;
        if (frame.Ratio > WidestRatio || place == MatPlace.None)
        {
            return null;
        }

        var wide = 1 - (2 * Side);
        return place switch
        {
            MatPlace.Above => new(Box(frame, 0, top, 1, 1 - top), SafeZone.None with { Bottom = 1 - top }),
            MatPlace.Below => new(Box(frame, 0, 0, 1, low), SafeZone.None with { Top = low }),
            _ => new(
                Box(frame, Side, top, wide, Math.Min(wide * 1.25 * frame.Ratio, 1 - top - Side)),
                SafeZone.None with
                {
                    Bottom = 1 - top,
                }
            ),
        };
    }

    /// <summary>The largest window of a take's shape inside this one, in its middle.</summary>
    public PixelBox Holding(FrameSize take)
    {
        var size = CropBox.Largest(new FrameSize(Film.Width, Film.Height), new AspectRatio(take.Width, take.Height));
        return new PixelBox(
            (Film.X + ((Film.Width - size.Width) / 2)) & ~1,
            (Film.Y + ((Film.Height - size.Height) / 2)) & ~1,
            size.Width,
            size.Height
        );
    }

    private static PixelBox Box(FrameSize frame, double x, double y, double width, double height)
    {
        var (left, top) = (Even(x * frame.Width), Even(y * frame.Height));
        return new PixelBox(
            left,
            top,
            Math.Min(Even(width * frame.Width), frame.Width - left),
            Math.Min(Even(height * frame.Height), frame.Height - top)
        );
    }

    private static int Even(double length) => (int)Math.Round(length / 2, MidpointRounding.AwayFromZero) * 2;
}
