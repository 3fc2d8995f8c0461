namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// One way to tell a film, as a value on each axis: data, in the setting <c>Finishing:Variations:Templates</c>, to which a
/// merchant adds. What a film or a brand cannot give leaves a template out; it is never bent into something else.
/// </summary>
public sealed record VariationTemplate
{
    /// <summary>A name among the setting's <c>Hooks</c>; <c>none</c> for no words over the opening.</summary>
    public string Hook { get; init; } = VariationOptions.None;

    /// <summary>A name among the setting's <c>Openings</c>.</summary>
    public string Opening { get; init; } = "";

    public Pace Pace { get; init; }

    /// <summary>A name among the setting's <c>Crops</c>.</summary>
    public string Crop { get; init; } = "";

    /// <summary>A name among the setting's <c>Texts</c>.</summary>
    public string Text { get; init; } = "";

    public Card Card { get; init; }

    public VariationAxes Axes =>
        new(Hook, Opening, Pace.ToString().ToLowerInvariant(), Crop, Text, Card.ToString().ToLowerInvariant());

    public string Name => Axes.ToString();
}

/// <summary>What a variation is on each axis, so that results can be read for each.</summary>
public sealed record VariationAxes(string Hook, string Opening, string Pace, string Crop, string Text, string Card)
{
    /// <summary>A name that tells each axis, with an underscore between two of them.</summary>
    public override string ToString() =>
        string.Join(
            '_',
            $"hook {Hook}",
            $"opening {Opening}",
            $"pace {Pace}",
            $"crop {Crop}",
            $"text {Text}",
            $"card {Card}"
        );
}
