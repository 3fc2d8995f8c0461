using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>
/// Decides canvas and views: the product whole, the picture covering the frame where it can, never more than one output
/// pixel a picture pixel. What does not fit shrinks the move first, then the canvas; only then is ground made.
/// </summary>
internal static class FramingPlanner
{
    /// <summary>Air kept round the product, as a share of its box.</summary>
    private const double Air = 0.02;

    /// <summary>On a ground that can be made on, the product fills at most and at least this much of the frame.</summary>
    private const double Fullest = 0.86;
    private const double Emptiest = 0.55;

    /// <summary>Of a picture whose product is unknown, this much must stay in the frame.</summary>
    private const double UnknownKeep = 0.7;

    /// <summary>A product this near to the picture's edge is taken to be cut off by it.</summary>
    private const int Touching = 1;

    /// <summary>A gap up to this share of the frame goes wholly below the picture.</summary>
    private const double BelowFirst = 0.18;

    public static FramingPlan Plan(FramingFacts facts, ShotMove move)
    {
        var range = MoveRange.Of(move);
        var kept = Kept(facts);
        var ratio = facts.Ratio.Value;
        var holds = Math.Max(kept.Width, kept.Height * ratio);
        var wide = WideWidth(facts, move, range, holds, TightestHold(move, kept, ratio));
        var ladder = Canvas.Ladder(facts.Ratio);
        var canvas = ladder.FirstOrDefault(rung => rung.Width <= (wide / range.Least) + 1e-6, ladder[^1]);
        wide = Math.Max(wide, canvas.Width * range.Least);
        var tightest = Math.Max(canvas.Width, Math.Min(TightestHold(move, kept, ratio), wide));
        var zoom = Math.Clamp(wide / tightest, 1, range.Wanted);
        // The canvas' own shape, so that its even sides stretch nothing.
        var shape = (double)canvas.Height / canvas.Width;
        var widest = Placed(facts, kept, wide, wide * shape);
        return MoveViews.Of(move, widest, zoom, kept, canvas);
    }

    /// <summary>What must stay in the frame: the product with some air, as far as the picture has it.</summary>
    private static View Kept(FramingFacts facts)
    {
        var box = facts.Product;
        var air = Air * Math.Max(box.Width, box.Height);
        var (left, width) = Kept(facts.ProductKnown, box.X, box.Width, facts.Width, air);
        var (top, height) = Kept(facts.ProductKnown, box.Y, box.Height, facts.Height, air);
        return new View(left, top, width, height);
    }

    private static (double Start, double Length) Kept(bool known, int start, int length, int picture, double air)
    {
        // A product cut off on both sides cannot be shown whole; its middle must do.
        if (!known || (start <= Touching && start + length >= picture - Touching))
        {
            return ((1 - UnknownKeep) / 2 * picture, UnknownKeep * picture);
        }

        var first = Math.Max(0, start - air);
        return (first, Math.Min(picture, start + length + air) - first);
    }

    private static double WideWidth(FramingFacts facts, ShotMove move, MoveRange range, double holds, double tightest)
    {
        var covers = Math.Min(facts.Width, facts.Height * facts.Ratio.Value);
        if (facts.OpenGround && facts.ProductKnown)
        {
            // Where the frame itself travels the product needs room to stay whole at both ends.
            var least = Travels(move) ? holds / Fullest * range.Least : holds / Fullest;
            return Math.Clamp(covers, least, holds / Emptiest);
        }

        return Math.Max(Math.Max(covers, holds), tightest * range.Least);
    }

    private static bool Travels(ShotMove move) => IsPan(move) || IsTilt(move);

    private static bool IsPan(ShotMove move) => move is ShotMove.PanLeft or ShotMove.PanRight;

    private static bool IsTilt(ShotMove move) => move is ShotMove.TiltUp or ShotMove.TiltDown;

    /// <summary>
    /// How narrow a view may get: a travelling frame shows the product part by part along its way, never across it, and a
    /// reveal starts where it likes.
    /// </summary>
    private static double TightestHold(ShotMove move, View kept, double ratio) =>
        move switch
        {
            ShotMove.DetailToWhole => 0,
            _ when IsPan(move) => kept.Height * ratio,
            _ when IsTilt(move) => kept.Width,
            _ => Math.Max(kept.Width, kept.Height * ratio),
        };

    /// <summary>Centred on the product; inside the picture along each side that is long enough.</summary>
    private static View Placed(FramingFacts facts, View kept, double width, double height) =>
        new(
            facts.OpenGround && width > facts.Width
                ? Free(kept.X, kept.Width, facts.Product.X, facts.Product.Right, facts.Width, width)
                : Held(kept.X, kept.Width, facts.Width, width, 0.5),
            facts.OpenGround && height > facts.Height
                ? Free(kept.Y, kept.Height, facts.Product.Y, facts.Product.Bottom, facts.Height, height)
                : Held(kept.Y, kept.Height, facts.Height, height, AboveShare(height - facts.Height, height)),
            width,
            height
        );

    /// <summary>
    /// Made-up surroundings go below the picture first, where feeds lay their own words; only a large gap is shared.
    /// </summary>
    private static double AboveShare(double gap, double view) =>
        gap <= 0 ? 0.5 : Math.Max(0, gap - (BelowFirst * view)) / 2 / gap;

    /// <summary>Inside the picture where it is long enough; else the whole picture, with <paramref name="before"/> of the gap before it.</summary>
    private static double Held(double start, double length, double picture, double view, double before) =>
        view > picture ? (picture - view) * before : Math.Clamp(start + ((length - view) / 2), 0, picture - view);

    /// <summary>Centred; but what the photographer cut off stays cut by the frame's edge, not by made ground.</summary>
    private static double Free(double start, double length, int first, int last, double picture, double view)
    {
        var (bleedsStart, bleedsEnd) = (first <= Touching, last >= picture - Touching);
        return (bleedsStart, bleedsEnd) switch
        {
            (true, false) => 0,
            (false, true) => picture - view,
            _ => start + ((length - view) / 2),
        };
    }
}
