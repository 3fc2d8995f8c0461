using CommerceVideo.Media;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Tests.VideoModels.Studio.Framing;

/// <summary>Facts of a picture whose product is its middle; a test states only what matters to it.</summary>
internal static class FramingBuilder
{
    public static readonly IReadOnlyList<ShotMove> Moves =
    [
        ShotMove.PushIn,
        ShotMove.PullOut,
        ShotMove.PanLeft,
        ShotMove.PanRight,
        ShotMove.TiltUp,
        ShotMove.TiltDown,
        ShotMove.DetailToWhole,
        ShotMove.LightSweep,
        ShotMove.LiftOff,
    ];

    public static FramingFacts Facts(int width, int height, string ratio, bool open) =>
        new(
            width,
            height,
            new PixelBox(width / 5, height / 5, width * 3 / 5, height * 3 / 5),
            ProductKnown: true,
            open,
            AspectRatio.Parse(ratio)
        );

    /// <summary>The middle of a box, this share of it along each side.</summary>
    public static PixelBox Inner(PixelBox box, double share)
    {
        var (width, height) = ((int)(box.Width * share), (int)(box.Height * share));
        return new PixelBox(
            box.X + ((box.Width - width + 1) / 2),
            box.Y + ((box.Height - height + 1) / 2),
            width,
            height
        );
    }

    public static bool Holds(View view, PixelBox box) =>
        view.X <= box.X + 1e-6
        && view.Y <= box.Y + 1e-6
        && view.Right >= box.Right - 1e-6
        && view.Bottom >= box.Bottom - 1e-6;
}
