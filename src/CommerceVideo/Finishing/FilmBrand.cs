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
}
