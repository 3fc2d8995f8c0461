using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Frames;
using CommerceVideo.VideoModels.Studio.Framing;
using CommerceVideo.VideoModels.Studio.Resampling;
using CommerceVideo.VideoModels.Studio.Stages;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>A Shot worked out on one picture: the frames that will be drawn, and what is known of them beforehand.</summary>
internal sealed record Take(IFrameSource Frames, FrameShare Focus, IReadOnlyList<string> Warnings)
{
    public static Take Of(PhotoStudy study, Shot shot, double scale, bool? vector = null)
    {
        var facts = Facts(study, shot.Ratio);
        var plan = FramingPlanner.Plan(facts, shot.Move);
        var canvas = plan.Canvas.Scaled(scale);
        var shape = new FrameShape(canvas.Width, canvas.Height);
        var count = (int)Math.Round(shot.Seconds * ClipEncoding.FramesPerSecond);
        var stage = Stage.Build(study, plan, Math.Min(1, canvas.Width / plan.TightestWidth));
        var path = new CameraPath(stage.Seen(plan.From), stage.Seen(plan.To), shot.Loop);
        var smallest = canvas.Width / Math.Max(path.From.Width, path.To.Width);
        var taps = Kernel.TapsFor(smallest);
        var source = new Source(stage.Picture, taps);
        var frames = new CameraFrames(source, path, shape, count, taps, vector ?? VectorPasses.Supported);
        return new Take(frames, ProductFocus.Over(facts.Product, plan), []);
    }

    private static FramingFacts Facts(PhotoStudy study, AspectRatio ratio) =>
        new(
            study.Photo.Width,
            study.Photo.Height,
            study.Mask.Box,
            study.Mask.Kind != MaskKind.None,
            study.Ground.Kind != GroundKind.Scene && study.Mask.Kind is MaskKind.Alpha or MaskKind.PlainGround,
            ratio
        );
}
