using CommerceVideo.Brands;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Catalog;
using CommerceVideo.Channels;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Briefs;

/// <summary>Plans what is made of a picture for a use, by the brand's kit and the settings as they are now.</summary>
internal sealed class BriefPlanning(BrandKits kits, IOptions<BriefOptions> options)
{
    private const string PagePlacement = "shopify.product";

    /// <param name="image">An accepted one.</param>
    public async Task<BriefOutcome> PlanAsync(Use use, Product product, SourceImage image, CancellationToken ct)
    {
        var kit = await KitAsync(product, ct);
        return BriefPlanner.Plan(
            use,
            ProductCategory.FactsOf(product),
            PictureFacts.Read(image.Facts!),
            Placements.Get(PagePlacement).Ratios,
            new FilmLengths(options.Value.HeroSeconds, options.Value.WalkSeconds),
            await kits.CastAsync(product.ShopId, kit, ct),
            limits: BrandLimits.Of(kit)
        );
    }

    /// <summary>Shots that are made again show whom and what the brand's kit has now.</summary>
    public async Task<IReadOnlyList<Shot>> RecastAsync(
        Use use,
        IReadOnlyList<Shot> shots,
        Product product,
        SourceImage image,
        CancellationToken ct
    )
    {
        var kit = await KitAsync(product, ct);
        var cast = await kits.CastAsync(product.ShopId, kit, ct);
        return CastShots.Of(use, shots, PictureFacts.Read(image.Facts!), cast, BrandLimits.Of(kit));
    }

    private async Task<KitContent?> KitAsync(Product product, CancellationToken ct) =>
        (await kits.InForceAsync(product.ShopId, product.Collections, ct))?.Content;
}
