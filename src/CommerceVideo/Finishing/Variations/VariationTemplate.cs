namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// One way to tell the same film: data, in the setting <c>Finishing:Variations</c>, to which a merchant adds. What a film cannot
/// give (a third take of two, a crop that would cut the product) leaves a template out; it is never bent into something else.
/// </summary>
public sealed record VariationTemplate
{
    /// <summary>Short words that tell it from the others, such as <c>detail first, quick</c>; unique.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which takes are shown, counted from 0, in this order; the first is the opening.</summary>
    public IReadOnlyList<int> Takes { get; init; } = [];

    public Rhythm Rhythm { get; init; }

    /// <summary>Share of the frame's width and height that is shown, round the product: 1 for all, at least 0.6.</summary>
    public double Closeness { get; init; } = 1;

    /// <summary>What is written over its start, with <c>{title}</c> for the product's name; null for what the brand says.</summary>
    public string? Hook { get; init; }

    /// <summary>What is wrong with it, in words for the person who wrote the setting; null for nothing.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(Name) ? "has no name"
        : Name.Length > 60 ? "has a name of more than 60 letters"
        : Takes.Count == 0 || Takes.Any(static take => take is < 0 or > 9)
            ? "names no takes; they are counted from 0 to 9"
        : Takes.Distinct().Count() < Takes.Count ? "shows a take twice"
        : Closeness is < 0.6 or > 1 ? $"shows {Closeness} of the frame; 0.6 to 1 can be shown"
        : !Enum.IsDefined(Rhythm) ? "has no rhythm that is known"
        : null;
}
