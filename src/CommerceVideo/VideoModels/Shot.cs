using CommerceVideo.Media;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.VideoModels;

/// <summary>What a Shot starts from.</summary>
public enum ShotStart
{
    Picture,
    References,
    Words,
}

/// <summary>What the camera, the light or the product does, in words that every model has a way to say.</summary>
public enum ShotMove
{
    PushIn,
    PullOut,
    PanLeft,
    PanRight,
    TiltUp,
    TiltDown,
    DetailToWhole,
    LightSweep,
    LiftOff,
    Walk,
    Scene,
}

/// <summary>One continuous take, in plain intent and free of any model's words.</summary>
/// <param name="Name">Short and stable inside its Brief, e.g. <c>open</c>, <c>detail</c>.</param>
/// <param name="Seconds">Wanted length.</param>
/// <param name="Ratio">Wanted shape of the frame.</param>
/// <param name="Loop">The last frame must run into the first with no visible seam.</param>
/// <param name="Intent">One sentence a person would say to a camera operator.</param>
/// <param name="Reframes">
/// Name of the Shot of the same Brief that this one shows again in another shape; null for a Shot of its own. Nothing is
/// paid for a reframing: where the other's model costs money, that one's Clip is cut instead.
/// </param>
/// <param name="Follows">
/// Name of the Shot of the same Brief whose last picture this one starts from; null for one that starts from the photo.
/// </param>
/// <param name="Cast">Who and what place it shows beside the product; null for none but what the picture shows.</param>
/// <param name="Avoid">What must not be seen, as nouns with commas between: the brand's off-limits; null for none.</param>
public sealed record Shot(
    string Name,
    ShotStart Start,
    ShotMove Move,
    double Seconds,
    AspectRatio Ratio,
    bool Loop,
    string Intent,
    string? Reframes = null,
    string? Follows = null,
    ShotCast? Cast = null,
    string? Avoid = null
);
