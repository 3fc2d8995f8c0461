using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Finishing.Variations;

/// <summary>The section <c>Finishing:Variations</c>: the axes with their values by name, and what is made of them.</summary>
public sealed class VariationOptions
{
    public const string Section = "Finishing:Variations";

    public const string None = "none";

    /// <summary>
    /// Words over the opening, each by language (BCP 47, or <c>any</c>), with <c>{title}</c>, <c>{vendor}</c>, <c>{price}</c>,
    /// <c>{before}</c> (the price it is compared with), <c>{hook}</c> and <c>{line}</c> (the brand's) for what is known.
    /// </summary>
    public IDictionary<string, Dictionary<string, string>> Hooks { get; init; } =
        new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);

    public IDictionary<string, OpeningStyle> Openings { get; init; } =
        new Dictionary<string, OpeningStyle>(StringComparer.OrdinalIgnoreCase);

    public IDictionary<string, CropStyle> Crops { get; init; } =
        new Dictionary<string, CropStyle>(StringComparer.OrdinalIgnoreCase);

    public IDictionary<string, TextStyle> Texts { get; init; } =
        new Dictionary<string, TextStyle>(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which they are made when fewer are wanted.</summary>
    public IList<VariationTemplate> Templates { get; init; } = [];
}
