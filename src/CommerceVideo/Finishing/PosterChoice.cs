using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>Which moment stands for the video before it plays: a Take, and how far into it (0 its first frame, 1 its last).</summary>
public readonly record struct PosterChoice(int Take, double Moment)
{
    /// <summary>For a video that starts by itself where the poster stood: nothing jumps.</summary>
    public static PosterChoice FirstFrame { get; } = new(0, 0);

    /// <summary>For a feed: the moment that shows the product whole and at rest.</summary>
    public static PosterChoice Whole(IReadOnlyList<Shot> shots)
    {
        var (index, moment, _) = shots
            .Select(static (shot, index) => (index, Best(shot.Move), Rank(shot.Move)))
            .MinBy(static choice => choice.Item3);
        return new PosterChoice(index, moment);
    }

    private static double Best(ShotMove move) =>
        move switch
        {
            ShotMove.PullOut or ShotMove.DetailToWhole => 1,
            ShotMove.PushIn or ShotMove.LiftOff or ShotMove.LightSweep => 0,
            _ => 0.5,
        };

    private static int Rank(ShotMove move) =>
        move switch
        {
            ShotMove.PullOut => 0,
            ShotMove.LiftOff => 1,
            ShotMove.DetailToWhole => 2,
            ShotMove.PushIn => 3,
            ShotMove.LightSweep => 4,
            _ => 5,
        };
}
