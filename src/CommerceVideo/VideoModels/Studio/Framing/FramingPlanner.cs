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

    public static FramingPlan Plan(FramingFacts facts, ShotMove move)
    {
        var range = MoveRange.Of(move);
        var kept = Kept(facts);
        var ratio = facts.Ratio.Value;
        var holds = Math.Max(kept.Width, kept.Height * ratio);
        var wide = WideWidth(facts, move, range, holds);
        var ladder = Canvas.Ladder(facts.Ratio);
        var canvas = ladder.FirstOrDefault(rung => rung.Width <= (wide / range.Least) + 1e-6, ladder[^1]);
        wide = Math.Max(wide, canvas.Width * range.Least);
        var tightest = KeepsWhole(move) ? Math.Max(canvas.Width, Math.Min(holds, wide)) : canvas.Width;
        var zoom = Math.Clamp(wide / tightest, 1, range.Wanted);
        // The canvas' own shape, so that its even sides stretch nothing.
        var shape = (double)canvas.Height / canvas.Width;
        var widest = Placed(facts, kept, wide, wide * shape);
        return MoveViews.Of(move, widest, zoom, kept, canvas);
    }

    private static View Kept(FramingFacts facts)
    {
        if (!facts.ProductKnown)
        {
            return View.Around(
                facts.Width / 2.0,
                facts.Height / 2.0,
                facts.Width * UnknownKeep,
                facts.Height * UnknownKeep
            );
        }

        var box = facts.Product;
        var air = Air * Math.Max(box.Width, box.Height);
        var left = Math.Max(0, box.X - air);
        var top = Math.Max(0, box.Y - air);
        return new View(
            left,
            top,
            Math.Min(facts.Width, box.Right + air) - left,
            Math.Min(facts.Height, box.Bottom + air) - top
        );
    }

    private static double WideWidth(FramingFacts facts, ShotMove move, MoveRange range, double holds)
    {
        var covers = Math.Min(facts.Width, facts.Height * facts.Ratio.Value);
        if (facts.OpenGround && facts.ProductKnown)
        {
            return Math.Clamp(covers, holds / Fullest, holds / Emptiest);
        }

        return Math.Max(covers, KeepsWhole(move) ? holds * range.Least : holds);
    }

    private static bool KeepsWhole(ShotMove move) =>
        move is ShotMove.PushIn or ShotMove.PullOut or ShotMove.LightSweep or ShotMove.LiftOff;

    /// <summary>Centred on the product; inside the picture along each side that is long enough.</summary>
    private static View Placed(FramingFacts facts, View kept, double width, double height) =>
        new(
            Along(kept.X, kept.Width, facts.Width, width, facts.OpenGround),
            Along(kept.Y, kept.Height, facts.Height, height, facts.OpenGround),
            width,
            height
        );

    private static double Along(double start, double length, double picture, double view, bool open)
    {
        const double Touching = 1;
        var centred = start + ((length - view) / 2);
        var (bleedsStart, bleedsEnd) = (start < Touching, start + length > picture - Touching);
        if (view <= picture || !open || bleedsStart == bleedsEnd)
        {
            var free = open && view > picture;
            return free ? centred : Math.Clamp(centred, Math.Min(0, picture - view), Math.Max(0, picture - view));
        }

        // A product the photographer cut off stays cut by the frame's edge, not by made ground.
        return bleedsStart ? 0 : picture - view;
    }
}
