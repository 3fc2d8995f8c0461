using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Words;

/// <summary>One line of text at its place.</summary>
/// <param name="X">Its left edge, or its right edge where it is written from the right.</param>
/// <param name="Height">Of the line, in pixels.</param>
public sealed record LaidLine(string Text, int X, int Y, int Height, bool FromRight, bool Struck);

/// <summary>A block with its lines at their places.</summary>
/// <param name="Box">The plate: lines, logo and the room around them, on even pixels.</param>
/// <param name="Logo">Where the logo stands; null for none.</param>
/// <param name="Large">Every line is large text in the sense of WCAG.</param>
public sealed record LaidBlock(
    TextBlock Block,
    PixelBox Box,
    IReadOnlyList<LaidLine> Lines,
    PixelBox? Logo,
    bool Large
);

/// <summary>
/// Places words inside what a placement leaves free: wanted size first, then smaller, on as few lines as it takes. Pure.
/// </summary>
public static class TextLayout
{
    private const int FrameWidth = 1080;

    /// <summary>Room around words on their plate, in parts of the smallest line.</summary>
    private const double Padding = 0.35;

    /// <summary>The lower third belongs to the feed's own words.</summary>
    private const double Lowest = 0.65;

    /// <summary>A phone shows 1080 pixels as about 390: from here on a bold line is 18.66 of these and more, which is large.</summary>
    private const int LargeFrom = 62;

    /// <returns>Null where the words find no room at the smallest size that can be read.</returns>
    public static LaidBlock? Place(TextBlock block, FrameSize frame, SafeZone zone, WordRules rules, TextWidths widths)
    {
        var unit = (double)Math.Min(frame.Width, frame.Height) / FrameWidth;
        var free = Free(frame, zone.And(block.Room), block.Place);
        // The most that words shrink is from what is wanted to what can just be read.
        for (var share = 1.0; share >= 0; share -= 0.125)
        {
            if (Place(block, frame, free, unit, share, rules.MostLines.Value, widths) is { } laid)
            {
                return laid;
            }
        }

        // One line more rather than no words.
        return Place(block, frame, free, unit, 0, rules.MostLines.Value + 1, widths);
    }

    private static LaidBlock? Place(
        TextBlock block,
        FrameSize frame,
        PixelBox free,
        double unit,
        double share,
        int mostLines,
        TextWidths widths
    )
    {
        var pad = (int)Math.Round(Padding * block.Runs.Min(static run => run.Size) * unit);
        var (wide, sizes) = (free.Width - (2 * pad), block.Runs.Select(run => Height(run, share, unit)).ToList());
        var runs = block.Runs.Select((run, at) => LineBreaks.Of(run.Text, (double)wide / sizes[at], widths)).ToList();
        if (runs.Exists(run => run is null || run.Count > mostLines))
        {
            return null;
        }

        var logo = (int)Math.Round(block.Logo * unit) & ~1;
        var high = runs.Select((run, at) => run!.Count * sizes[at]).Sum() + logo + (2 * pad) + (logo > 0 ? pad : 0);
        var widest = runs.SelectMany((run, at) => run!.Select(line => widths.Of(line) * sizes[at])).Max();
        var box = Box(block, free, (int)Math.Ceiling(Math.Max(widest, logo)) + (2 * pad), high);
        return high > free.Height ? null
            : Laid(block, box, runs!, sizes, pad, logo, unit, widths) is var laid
            && block.Style.Plate is TextPlate.Band or TextPlate.Frame
                ? laid with
                {
                    Box = Plated(box, frame, block.Style.Plate),
                }
            : laid;
    }

    /// <summary>The plate may reach where the words may not.</summary>
    private static PixelBox Plated(PixelBox words, FrameSize frame, TextPlate plate) =>
        plate == TextPlate.Frame
            ? new PixelBox(0, 0, frame.Width, frame.Height)
            : new PixelBox(0, words.Y, frame.Width, words.Height);

    private static LaidBlock Laid(
        TextBlock block,
        PixelBox box,
        List<IReadOnlyList<IReadOnlyList<TextPiece>>> runs,
        List<int> sizes,
        int pad,
        int logo,
        double unit,
        TextWidths widths
    )
    {
        var lines = new List<LaidLine>();
        var fromRight = FromRight(block);
        var x = fromRight ? box.X + box.Width - pad : box.X + pad;
        var y = box.Y + pad + (logo > 0 ? logo + pad : 0);
        for (var at = 0; at < runs.Count; at++)
        {
            foreach (var line in runs[at])
            {
                var spare = block.Style.Centred ? (int)(box.Width - (2 * pad) - (widths.Of(line) * sizes[at])) / 2 : 0;
                var start = fromRight ? x - spare : x + spare;
                lines.Add(new LaidLine(LineBreaks.Text(line), start, y, sizes[at], fromRight, block.Runs[at].Struck));
                y += sizes[at];
            }
        }

        PixelBox? mark = logo > 0 ? new PixelBox(box.X + pad, box.Y + pad, box.Width - (2 * pad), logo) : null;
        return new LaidBlock(block, box, lines, mark, sizes.TrueForAll(size => size >= LargeFrom * unit));
    }

    private static PixelBox Box(TextBlock block, PixelBox free, int width, int height)
    {
        var (wide, high) = (Math.Min((width + 1) & ~1, free.Width), (height + 1) & ~1);
        var x =
            block.Style.Centred ? free.X + ((free.Width - wide) / 2)
            : FromRight(block) ? free.X + free.Width - wide
            : free.X;
        var y = block.Place switch
        {
            TextPlace.Top => free.Y,
            TextPlace.Middle => free.Y + ((free.Height - high) / 2),
            _ => free.Y + free.Height - high,
        };
        return new PixelBox(x & ~1, y & ~1, wide, high);
    }

    /// <summary>What is free, on even pixels that lie inside it.</summary>
    private static PixelBox Free(FrameSize frame, SafeZone zone, TextPlace place)
    {
        var bottom = place != TextPlace.Top ? Math.Min(1 - zone.Bottom, Lowest) : 1 - zone.Bottom;
        var (left, top) = (Up(zone.Left * frame.Width), Up(zone.Top * frame.Height));
        return new PixelBox(
            left,
            top,
            ((int)((1 - zone.Right) * frame.Width) & ~1) - left,
            ((int)(bottom * frame.Height) & ~1) - top
        );
    }

    private static bool FromRight(TextBlock block) => block.Runs.Any(static run => TextBreaks.FromRight(run.Text));

    private static int Height(TextRun run, double share, double unit) =>
        (int)Math.Ceiling((run.Smallest + ((run.Size - run.Smallest) * share)) * unit);

    private static int Up(double value) => ((int)Math.Ceiling(value) + 1) & ~1;
}
