namespace CommerceVideo.Brands.Kits;

/// <summary>Colours as <c>#rrggbb</c>.</summary>
/// <param name="Ink">Of words.</param>
/// <param name="Plate">Of what words stand on where the film is neither dark nor light enough.</param>
/// <param name="Ground">Of what is made where a frame has no picture.</param>
public sealed record KitPalette(string? Ink = null, string? Plate = null, string? Ground = null)
{
    public KitPalette Over(KitPalette? shop) => new(Ink ?? shop?.Ink, Plate ?? shop?.Plate, Ground ?? shop?.Ground);
}

/// <param name="Family">As the file itself names it; without a file, one that the machine has.</param>
/// <param name="Licence">By what right it is used; needed with a file.</param>
public sealed record KitFont(string Family, string? File = null, string? Licence = null);

/// <param name="Line">What is offered, e.g. <c>Free shipping</c>.</param>
/// <param name="Action">What to do, e.g. <c>Shop now</c>.</param>
/// <param name="Price">Whether the product's price stands on it.</param>
/// <param name="From">What stands before the lowest price where variants differ in it, e.g. <c>from</c>; without it, no price then.</param>
public sealed record EndCard(string? Line = null, string? Action = null, bool Price = true, string? From = null);

/// <summary>What a video never shows, beyond what the merchant's own photo shows.</summary>
public enum OffLimit
{
    People,
    Faces,
    Hands,
    Children,
    Animals,
    OtherProducts,
}

/// <summary>How cameras and products move.</summary>
public enum MotionStyle
{
    /// <summary>Only the camera moves, and slowly.</summary>
    Calm,
    Usual,
    Lively,
}

public enum GroundStyle
{
    Plain,
    Gradient,

    /// <summary>The film's own edges, carried on and softened.</summary>
    Blurred,
    Image,
}

/// <summary>What fills a frame that the film does not.</summary>
/// <param name="To">Of a gradient: its colour at the foot; the palette's ground is at the head.</param>
public sealed record KitGround(GroundStyle Kind, string? To = null, string? Image = null);

/// <summary>A piece of music that is laid under films; shorter than a film it is looped, longer it is cut.</summary>
/// <param name="File">Sound that ffmpeg reads.</param>
/// <param name="Licence">By what right it is played in advertising, as the merchant notes it.</param>
public sealed record MusicBed(string File, string Licence);

/// <summary>How everything but the product looks: by a <c>.cube</c> file, or like some pictures.</summary>
/// <param name="Strength">From 0, nothing, to 1, as much as is ever done.</param>
public sealed record KitLook(string? Lut = null, IReadOnlyList<string>? References = null, double Strength = 1);
