using CommerceVideo.Brands;
using CommerceVideo.Catalog;
using CommerceVideo.Channels;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Briefs;

/// <summary>Plans what is made of a picture for a use, by the brand's kit and the settings as they are now.</summary>
internal sealed class BriefPlanning(BrandKits kits, IOptions<BriefOptions> options)
{
    private const string PagePlacement = "shopify.product";

    /// <param name="image">An accepted one.</param>
    public async Task<BriefOutcome> PlanAsync(Use use, Product product, SourceImage image, CancellationToken ct) =>
        BriefPlanner.Plan(
            use,
            ProductCategory.FactsOf(product),
            PictureFacts.Read(image.Facts!),
            Placements.Get(PagePlacement).Ratios,
            new FilmLengths(options.Value.HeroSeconds, options.Value.WalkSeconds),
            await CastAsync(product, ct)
        );

    /// <summary>Shots that are made again show whom and what the brand's kit has now.</summary>
    public async Task<IReadOnlyList<Shot>> RecastAsync(
        Use use,
        IReadOnlyList<Shot> shots,
        Product product,
        SourceImage image,
        CancellationToken ct
    ) => CastShots.Of(use, shots, PictureFacts.Read(image.Facts!), await CastAsync(product, ct));

    private async Task<ShotCast?> CastAsync(Product product, CancellationToken ct) =>
        await kits.CastAsync(
            product.ShopId,
            (await kits.InForceAsync(product.ShopId, product.Collections, ct))?.Content,
            ct
        );
}
