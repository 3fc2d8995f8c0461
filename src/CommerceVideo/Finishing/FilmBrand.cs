using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Finishing;

/// <summary>What a brand kit gives one product's films.</summary>
/// <param name="Words">Null where it writes nothing.</param>
/// <param name="Version">The kit that it is; null for none.</param>
/// <param name="Kit">With its files at hand, named by whole paths.</param>
/// <param name="Warnings">What could not be done as the kit wants it, a sentence each.</param>
internal sealed record FilmBrand(FilmWords? Words, KitVersion? Version, KitContent Kit, IReadOnlyList<string> Warnings)
{
    /// <summary>A shop without a kit.</summary>
    public static FilmBrand None { get; } = new(null, null, KitContent.Empty, []);

    public string? Offer => Words?.Offer?.Told;

    /// <summary>Tells the files it makes of a film from those that another kit, or this one at another price, makes of it.</summary>
    public string Edition => $"{Version}\n{Offer}";
}
