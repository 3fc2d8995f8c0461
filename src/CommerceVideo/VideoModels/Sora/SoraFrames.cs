using CommerceVideo.Media;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>The frames that Sora made, by their exact pixels (openai-openapi, 2026-08-21): the picture must have just these; pure.</summary>
internal static class SoraFrames
{
    private static readonly FrameSize[] All = [new(720, 1280), new(1280, 720), new(1024, 1792), new(1792, 1024)];

    /// <summary>The frame of an order's size that is nearest to its shape.</summary>
    public static FrameSize Of(ModelOrder order) =>
        All.MinBy(frame =>
            (
                Math.Abs(Math.Min(frame.Width, frame.Height) - order.Size.ShortSide),
                Math.Abs(Math.Log(frame.Ratio / order.Ratio.Value))
            )
        );
}
