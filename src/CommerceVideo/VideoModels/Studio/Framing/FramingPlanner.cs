using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>
/// Decides canvas and views: the picture covering the frame with the product whole or nearly so, never more than one output
/// pixel a picture pixel. What does not fit shrinks the move; only then is ground made.
/// </summary>
internal static class FramingPlanner
{
    /// <summary>Where the picture only just covers the frame, a move of this much is kept all the same.</summary>
    public const double Faintest = 1.04;

    /// <summary>Nothing of the product is given up for more than this.</summary>
    private const double Stillest = 1.02;

    /// <summary>A gap up to this share of the frame goes wholly below the picture.</summary>
    private const double BelowFirst = 0.18;

    public static FramingPlan Plan(FramingFacts facts, ShotMove move)
    {
        var range = MoveRange.Of(move);
        var hold = Hold.Of(facts);
        var ratio = facts.Ratio.Value;
        var film = FilmFrame.Of(facts, hold);
        var wide = film.WideFor(facts, range);
        if (facts.OpenGround && Travels(move))
        {
            // Where the frame itself travels the product needs room to stay whole at both ends.
            wide = Math.Max(wide, FilmFrame.WidthFor(hold.Aired, ratio) / FilmFrame.Fullest * range.Least);
        }

        var zoom = Math.Clamp(wide / Tightest(move, range, hold, ratio, wide, film.Canvas.Width), 1, range.Wanted);
        // The canvas' own shape, so that its even sides stretch nothing.
        var shape = (double)film.Canvas.Height / film.Canvas.Width;
        var widest = Placed(facts, hold.Whole, wide, wide * shape);
        return MoveViews.Of(move, widest, zoom, hold.Whole, film.Canvas);
    }

    /// <summary>
    /// How narrow the view may get: the product keeps its air where the move is seen all the same, else it stays whole, and
    /// where even that leaves no room for a move it is nearly whole.
    /// </summary>
    private static double Tightest(ShotMove move, MoveRange range, Hold hold, double ratio, double wide, double canvas)
    {
        var (aired, whole) = (Needed(move, hold.Aired, ratio), Needed(move, hold.Whole, ratio));
        var faintest = Travels(move) ? range.Least : Faintest;
        double[] bounds =
        [
            canvas,
            Math.Min(aired, wide / range.Least),
            Math.Min(whole, wide / faintest),
            Math.Min(whole * (1 - hold.Spill), wide / Stillest),
        ];
        return Math.Min(bounds.Max(), wide);
    }

    /// <summary>
    /// A travelling frame shows the product part by part along its way, never across it, and a reveal starts where it likes.
    /// </summary>
    private static double Needed(ShotMove move, View held, double ratio) =>
        move switch
        {
            ShotMove.DetailToWhole => 0,
            ShotMove.PanLeft or ShotMove.PanRight => held.Height * ratio,
            ShotMove.TiltUp or ShotMove.TiltDown => held.Width,
            _ => FilmFrame.WidthFor(held, ratio),
        };

    private static bool Travels(ShotMove move) =>
        move is ShotMove.PanLeft or ShotMove.PanRight or ShotMove.TiltUp or ShotMove.TiltDown;

    /// <summary>Centred on the product; inside the picture along each side that is long enough.</summary>
    private static View Placed(FramingFacts facts, View kept, double width, double height) =>
        new(
            facts.OpenGround && width > facts.Width
                ? Free(kept.X, kept.Width, facts.Product.X, facts.Product.Right, facts.Width, width)
                : Held(kept.X, kept.Width, facts.Width, width, 0.5),
            facts.OpenGround && height > facts.Height
                ? Free(kept.Y, kept.Height, facts.Product.Y, LowEnd(facts), facts.Height, height)
                : Held(kept.Y, kept.Height, facts.Height, height, AboveShare(height - facts.Height, height)),
            width,
            height
        );

    private static double LowEnd(FramingFacts facts) => facts.Worn ? facts.Height : facts.Product.Bottom;

    /// <summary>
    /// Made-up surroundings go below the picture first, where feeds lay their own words; only a large gap is shared.
    /// </summary>
    private static double AboveShare(double gap, double view) =>
        gap <= 0 ? 0.5 : Math.Max(0, gap - (BelowFirst * view)) / 2 / gap;

    /// <summary>Inside the picture where it is long enough; else the whole picture, with <paramref name="before"/> of the gap before it.</summary>
    private static double Held(double start, double length, double picture, double view, double before) =>
        view > picture ? (picture - view) * before : Math.Clamp(start + ((length - view) / 2), 0, picture - view);

    /// <summary>Centred; but what the photographer cut off stays cut by the frame's edge, not by made ground.</summary>
    private static double Free(double start, double length, double first, double last, double picture, double view)
    {
        var (bleedsStart, bleedsEnd) = (first <= Hold.Touching, last >= picture - Hold.Touching);
        return (bleedsStart, bleedsEnd) switch
        {
            (true, false) => 0,
            (false, true) => picture - view,
            _ => start + ((length - view) / 2),
        };
    }
}
