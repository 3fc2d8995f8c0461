using CommerceVideo.Media;

namespace CommerceVideo.Channels;

/// <summary>One shape a placement shows.</summary>
/// <param name="Aim">The size to make when the picture holds it.</param>
/// <param name="Minimum">The smallest size that is taken; null when none is published.</param>
public sealed record Shape(AspectRatio Ratio, FrameSize Aim, Sourced<FrameSize>? Minimum = null)
{
    public static Shape Upright { get; } = new(new AspectRatio(9, 16), new FrameSize(1080, 1920));

    public static Shape Tall { get; } = new(new AspectRatio(2, 3), new FrameSize(1080, 1620));

    public static Shape Portrait { get; } = new(new AspectRatio(4, 5), new FrameSize(1080, 1350));

    public static Shape Square { get; } = new(new AspectRatio(1, 1), new FrameSize(1080, 1080));

    public static Shape Wide { get; } = new(new AspectRatio(16, 9), new FrameSize(1920, 1080));

    /// <summary>The same shape where a channel publishes the smallest size it takes.</summary>
    public Shape From(int width, int height, Confidence confidence, string source) =>
        this with
        {
            Minimum = new Sourced<FrameSize>(new FrameSize(width, height), confidence, source),
        };
}
