using CommerceVideo.VideoModels.Studio.Cameras;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>
/// What all Shots of one picture in one shape share, whatever their moves, so that a film cut from them has one size: the
/// canvas, as large as the picture honestly holds, and the widest view. A move that does not fit shrinks.
/// </summary>
/// <param name="Wide">Width of the widest view, in picture pixels.</param>
internal readonly record struct FilmFrame(Canvas Canvas, double Wide)
{
    /// <summary>On a ground that can be made on, the product fills at most and at least this much of the frame.</summary>
    public const double Fullest = 0.86;
    private const double Emptiest = 0.55;

    /// <summary>It may fill as little as this where that makes the canvas larger, and as little as that below full size.</summary>
    private const double Roomy = 0.8;
    private const double Roomiest = 0.7;

    /// <summary>Up to this short side the picture is asked for more room and the moves for more restraint.</summary>
    private const int Floor = 720;

    /// <summary>
    /// In a scene the product is cut a little for the sake of covering the frame, or all but this much of it; where far more
    /// has to be made up anyway the product is shown whole, with room for a move.
    /// </summary>
    private const double SmallGap = 1.15;
    private const double MadeRoom = 1.07;

    /// <summary>How much wider than the canvas the widest view is: what every move has at least, and below full size.</summary>
    private const double Room = 1.10;
    private const double LeastRoom = 1.03;

    public static FilmFrame Of(FramingFacts facts, Hold hold)
    {
        var ratio = facts.Ratio.Value;
        var (aired, least) = (WidthFor(hold.Aired, ratio), WidthFor(hold.Whole, ratio) * (1 - hold.Spill));
        var open = facts.OpenGround && facts.ProductKnown;
        var wide =
            open ? Math.Clamp(facts.Covers, aired / Fullest, aired / Emptiest)
            : facts.Covers >= least ? facts.Covers
            : least * FramingPlanner.Faintest <= facts.Covers * SmallGap ? least * FramingPlanner.Faintest
            : aired * MadeRoom;
        var ladder = Canvas.Ladder(facts.Ratio, facts.FollowsPicture);
        var canvas = ladder.FirstOrDefault(rung => rung.Width * RoomOn(rung) <= Reach(rung) + 1e-6, ladder[^1]);
        return new FilmFrame(canvas, wide);

        // A page's frame follows the picture: no ground is made for the sake of size.
        double Reach(Canvas rung) =>
            open && !facts.FollowsPicture ? Math.Max(wide, aired / (IsSmall(rung) ? Roomiest : Roomy)) : wide;
    }

    /// <summary>The widest view of one move: wider than the film's only on a ground that can be made, or where it must be.</summary>
    public double WideFor(FramingFacts facts, MoveRange range) =>
        facts.OpenGround || Wide < Canvas.Width * LeastRoom ? Math.Max(Wide, Canvas.Width * range.Least) : Wide;

    /// <summary>Width of the narrowest view of a shape that holds all this.</summary>
    public static double WidthFor(View held, double ratio) => Math.Max(held.Width, held.Height * ratio);

    private static double RoomOn(Canvas rung) => IsSmall(rung) ? LeastRoom : Room;

    private static bool IsSmall(Canvas rung) => Math.Min(rung.Width, rung.Height) <= Floor;
}
