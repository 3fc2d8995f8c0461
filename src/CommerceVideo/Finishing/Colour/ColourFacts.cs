using CommerceVideo.Media.Colours;

namespace CommerceVideo.Finishing.Colour;

/// <summary>A Clip's colour before and after finishing, as kept beside the Clip and shown to people.</summary>
/// <param name="Outcome"><c>corrected</c>, <c>kept</c> (close enough as it was) or <c>none</c> (not measured).</param>
/// <param name="Why">Why it was not measured or corrected, in a person's words.</param>
/// <param name="Before">Of the Clip as it came.</param>
/// <param name="After">Of the very frames that the encoder was given.</param>
public sealed record ColourFacts(
    string Outcome,
    string? Why,
    ColourFigures? Before = null,
    ColourFigures? After = null,
    ColourTransform? Transform = null
)
{
    public static ColourFacts None(string why) => new("none", why);
}

/// <summary>How far the product's mean colour is from the photo's over a Clip, in CIEDE2000.</summary>
/// <param name="Frames">How many frames were measured.</param>
/// <param name="Colour">CIELAB of the product over all of them.</param>
/// <param name="Photo">CIELAB of the photo's product, of the parts that those frames show.</param>
/// <param name="GroundStep">The 95th percentile of the ground's change from one frame to the next.</param>
public sealed record ColourFigures(
    double Mean,
    double P95,
    int Frames,
    IReadOnlyList<double> Colour,
    IReadOnlyList<double> Photo,
    double GroundStep
);
