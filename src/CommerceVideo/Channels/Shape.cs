using CommerceVideo.Media;

namespace CommerceVideo.Channels;

/// <summary>One shape a placement shows.</summary>
/// <param name="Aim">The size to make when the picture holds it.</param>
/// <param name="Minimum">The smallest size that is taken; null when none is published.</param>
public sealed record Shape(AspectRatio Ratio, FrameSize Aim, Sourced<FrameSize>? Minimum = null);
