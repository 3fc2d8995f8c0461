namespace CommerceVideo.Channels;

/// <summary>
/// What the channel's own buttons and captions may cover, as shares of the frame to keep free of text, logo and price.
/// </summary>
public sealed record SafeZone(double Top, double Bottom, double Left, double Right)
{
    public static SafeZone None { get; } = new(0, 0, 0, 0);

    /// <summary>From the pixels of a template, as channels publish them.</summary>
    public static SafeZone Of(int top, int bottom, int left, int right, int width, int height) =>
        new((double)top / height, (double)bottom / height, (double)left / width, (double)right / width);

    /// <summary>What is free in both.</summary>
    public SafeZone And(SafeZone other) =>
        new(
            Math.Max(Top, other.Top),
            Math.Max(Bottom, other.Bottom),
            Math.Max(Left, other.Left),
            Math.Max(Right, other.Right)
        );
}
