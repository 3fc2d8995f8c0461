using CommerceVideo.Brands;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Storage;

namespace CommerceVideo.Finishing;

/// <summary>Brings the kit that counts for a product, its files, and what the product costs now.</summary>
internal sealed class FilmBrands(BrandKits kits, IObjectStore store)
{
    public async Task<FilmBrand> OfAsync(Product product, ScratchFolder folder, CancellationToken ct) =>
        await kits.InForceAsync(product.ShopId, product.Collections, ct) is { } kit
            ? await BringAsync(kit, product, folder, ct)
            : FilmBrand.None;

    /// <summary>The very kit that made a file, with the product's price of now.</summary>
    public async Task<FilmBrand> AsMadeAsync(
        KitVersion version,
        Product product,
        ScratchFolder folder,
        CancellationToken ct
    ) =>
        await kits.AtAsync(product.ShopId, version, ct) is { } kit
            ? await BringAsync(kit, product, folder, ct)
            : FilmBrand.None;

    /// <summary>A kit that is being written, judged and not kept.</summary>
    public Task<FilmBrand> TryOnAsync(KitContent kit, Product product, ScratchFolder folder, CancellationToken ct) =>
        BringAsync(new KitInForce(kit, new KitVersion(null, null, null)), product, folder, ct);

    /// <summary>What a file that this kit makes would say of the price now; null for nothing.</summary>
    public async Task<string?> OfferAsync(KitVersion version, Product product, CancellationToken ct) =>
        await kits.AtAsync(product.ShopId, version, ct) is { } kit
            ? Offer.Of(product.Price, Card(kit, product))?.Told
            : null;

    private async Task<FilmBrand> BringAsync(
        KitInForce kit,
        Product product,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        foreach (var use in kit.Content.Files().DistinctBy(static use => use.Name))
        {
            // Each alone in its folder: a font is sought by the folder it is in.
            Directory.CreateDirectory(Path.GetDirectoryName(At(folder, use.Name))!);
            await store.FetchToFileAsync(use.Name, At(folder, use.Name), ct);
        }

        var content = kit.Content.Renamed(name => At(folder, name));
        var words = KitWords.Of(content, product.Title);
        var offer = Offer.Of(product.Price, words.EndCard);
        string[] unsaid = Offer.IsUnsaid(product.Price, words.EndCard)
            ?
            [
                "The price is not on the film: variants differ in price, and the brand kit has no word for “from” (endCard.from).",
            ]
            : [];
        return new FilmBrand(
            words.Any
                ? new FilmWords(WordKit.Of(content, words), offer)
                {
                    LeftOut = words.LeftOut,
                    Forbidden = content.ForbiddenWords ?? [],
                }
                : null,
            kit.Version,
            content,
            // Where words are written, what was left out of them is told there.
            [.. words.Any ? [] : words.LeftOut, .. unsaid, .. Unmade(content)]
        );
    }

    /// <summary>A promise that is not kept is said.</summary>
    private static IEnumerable<string> Unmade(KitContent kit)
    {
        if (GroundFill.Unmade(kit) is { } ground)
        {
            yield return ground;
        }

        if (kit.Look is not null)
        {
            yield return "The brand's look is kept, and not applied to films yet.";
        }
    }

    private static EndCard? Card(KitInForce kit, Product product) => KitWords.Of(kit.Content, product.Title).EndCard;

    private static string At(ScratchFolder folder, string name) =>
        Path.Combine(folder.Path, "brand", name.Replace('.', '-'), name);
}
