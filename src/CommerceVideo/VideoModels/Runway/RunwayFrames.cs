using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>The frames that gen4.5 and gen4_turbo make, by their exact pixels (@runwayml/sdk 4.20.1, 2026-09-23); pure.</summary>
internal static class RunwayFrames
{
    private static readonly FrameSize[] All =
    [
        new(1280, 720),
        new(720, 1280),
        new(1104, 832),
        new(960, 960),
        new(832, 1104),
        new(1584, 672),
    ];

    /// <summary>The frame nearest to a shape.</summary>
    public static FrameSize Of(AspectRatio ratio) => All.MinBy(frame => Math.Abs(Math.Log(frame.Ratio / ratio.Value)));

    /// <summary>As the contract writes it, e.g. <c>1280:720</c>.</summary>
    public static string Word(FrameSize frame) => $"{frame.Width}:{frame.Height}";
}
