namespace CommerceVideo.Media.Masks;

public enum GroundKind
{
    /// <summary>The file has an alpha channel and no ground of its own.</summary>
    Transparent,

    /// <summary>One even colour.</summary>
    Plain,

    /// <summary>A smooth change of one colour, as a studio sweep gives.</summary>
    Graded,

    /// <summary>A room, a street, a texture.</summary>
    Scene,
}

/// <summary>What the product stands on.</summary>
/// <param name="Red">Mean colour of the ground, sRGB 0-255.</param>
/// <param name="Noise">Standard deviation of the ground about its smooth fit, in 8-bit levels.</param>
public sealed record Ground(GroundKind Kind, byte Red, byte Green, byte Blue, double Noise);
