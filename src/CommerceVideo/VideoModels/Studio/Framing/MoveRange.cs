namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>How much of a move is wanted, and how little still reads as one, as widest to tightest view.</summary>
internal readonly record struct MoveRange(double Wanted, double Least)
{
    public static MoveRange Of(ShotMove move) =>
        move switch
        {
            ShotMove.PushIn or ShotMove.PullOut => new(1.10, 1.06),
            ShotMove.PanLeft or ShotMove.PanRight or ShotMove.TiltUp or ShotMove.TiltDown => new(1.12, 1.07),
            ShotMove.DetailToWhole => new(1.9, 1.10),
            ShotMove.LightSweep => new(1.04, 1.02),
            _ => new(LiftRoom, LiftRoom),
        };

    /// <summary>A lifted product comes this much nearer while the frame stands still.</summary>
    private const double LiftRoom = 1.03;
}
