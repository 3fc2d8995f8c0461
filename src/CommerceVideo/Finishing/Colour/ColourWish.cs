using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Colour;

/// <summary>What is known of a Take before its pixels are looked at.</summary>
/// <param name="Invented">A model made its pixels; the studio's are the photo's own and stay as they are.</param>
/// <param name="Ratio">The shape that was asked for: the photo was framed in it.</param>
public readonly record struct ColourWish(bool Invented, ShotMove Move, AspectRatio Ratio);
