namespace CommerceVideo.Media.Masks;

/// <summary>How the product was told from its ground.</summary>
public enum MaskKind
{
    /// <summary>The file's own alpha channel.</summary>
    Alpha,

    /// <summary>A plain or graded ground, cut by colour and edges.</summary>
    PlainGround,

    /// <summary>A scene; the cut is an estimate.</summary>
    Scene,

    /// <summary>Nothing could be told apart: steps that need the product must be skipped.</summary>
    None,
}

/// <summary>Which pixels are the product.</summary>
/// <param name="Alpha">One byte a pixel, <c>Width * Height</c>, 255 = product, soft at the edge.</param>
/// <param name="Box">The smallest box round every pixel of at least half cover; the whole picture when Kind is None.</param>
/// <param name="Coverage">Share of the picture that is product, 0 to 1.</param>
/// <param name="Confidence">0 to 1: how far the cut can be trusted, from the contrast along its edge.</param>
public sealed record ProductMask(
    int Width,
    int Height,
    byte[] Alpha,
    MaskKind Kind,
    PixelBox Box,
    double Coverage,
    double Confidence
)
{
    /// <summary>
    /// On a plain ground, how the product's shadow darkens it: one byte a pixel, 255 = not at all, multiplied with the ground's
    /// colour. Null where there is no shadow, or none that can be told.
    /// </summary>
    public byte[]? Shadow { get; init; }
}
