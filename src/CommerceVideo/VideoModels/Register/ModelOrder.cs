using CommerceVideo.Media;
using CommerceVideo.Platform;

namespace CommerceVideo.VideoModels.Register;

/// <summary>What exactly is bought of a model for a Shot, and for how much.</summary>
/// <param name="Seconds">Whole seconds to ask for: at least the Shot's, in the lengths that the model makes.</param>
/// <param name="Ratio">The shape that the picture is prepared in and the Clip comes back in.</param>
/// <param name="Warnings">What of the Shot this model cannot honour.</param>
public sealed record ModelOrder(
    VideoModel Model,
    ModelSize Size,
    int Seconds,
    AspectRatio Ratio,
    Money Price,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>The frame that this size and ratio come to.</summary>
    public FrameSize Frame => FrameOf(Size.ShortSide, Ratio);

    public static FrameSize FrameOf(int shortSide, AspectRatio ratio) =>
        ratio.Value <= 1
            ? new FrameSize(shortSide, (int)Math.Round(shortSide / ratio.Value / 2) * 2)
            : new FrameSize((int)Math.Round(shortSide * ratio.Value / 2) * 2, shortSide);
}
