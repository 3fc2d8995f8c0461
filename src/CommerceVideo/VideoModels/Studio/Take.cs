using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Frames;
using CommerceVideo.VideoModels.Studio.Framing;
using CommerceVideo.VideoModels.Studio.Resampling;
using CommerceVideo.VideoModels.Studio.Stages;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>A Shot worked out on one picture: the frames that will be drawn, and what is known of them beforehand.</summary>
internal sealed record Take(IFrameSource Frames, FrameShare? Focus, IReadOnlyList<string> Warnings)
{
    /// <param name="vector">False draws the same frames one sample at a time; null takes what the processor has.</param>
    public static Take Of(PhotoStudy study, Shot shot, double scale, bool? vector = null)
    {
        var possible = PossibleMove.Of(study, shot.Move);
        var facts = Facts(study, shot);
        var plan = FramingPlanner.Plan(facts, possible.Move);
        var canvas = plan.Canvas.Scaled(scale);
        var stage = Stage.Build(
            study,
            plan.Seen,
            Math.Min(1, canvas.Width / plan.TightestWidth),
            withMask: possible.Move is ShotMove.LiftOff or ShotMove.LightSweep
        );
        var frames = Draw(
            possible.Move,
            stage,
            study.Ground.Noise,
            new CameraPath(stage.Seen(plan.From), stage.Seen(plan.To), shot.Loop),
            new FrameShape(canvas.Width, canvas.Height),
            (int)Math.Round(shot.Seconds * ClipEncoding.FramesPerSecond),
            vector ?? VectorPasses.Supported
        );
        var focus = facts.ProductKnown ? ProductFocus.Over(facts.Product, plan) : (FrameShare?)null;
        return new Take(frames, focus, possible.Warning is { } warning ? [warning] : []);
    }

    private static IFrameSource Draw(
        ShotMove move,
        Stage stage,
        double noise,
        CameraPath path,
        FrameShape shape,
        int count,
        bool vector
    )
    {
        if (move == ShotMove.LiftOff)
        {
            var ground = stage.BareGround ?? CleanPlate.Of(stage.Picture, stage.Mask!, noise);
            return new LiftFrames(stage, ground, path.From, shape, count, path.Loop, vector);
        }

        var taps = Kernel.TapsFor(shape.Width / Math.Max(path.From.Width, path.To.Width));
        var source = new Source(stage.Picture, taps);
        return move == ShotMove.LightSweep
            ? new SweepFrames(source, stage.Mask!, path, shape, count, taps, vector)
            : new CameraFrames(source, path, shape, count, taps, vector);
    }

    internal static FramingFacts Facts(PhotoStudy study, Shot shot) =>
        new(
            study.Photo.Width,
            study.Photo.Height,
            study.Mask.Box,
            study.Mask.Kind != MaskKind.None,
            study.Ground.Kind != GroundKind.Scene,
            shot.Ratio
        )
        {
            Worn = study.Mask.Kind == MaskKind.Scene,
            FollowsPicture = shot.Loop,
        };
}
