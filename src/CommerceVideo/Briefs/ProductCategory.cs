using CommerceVideo.Catalog;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.Briefs;

/// <summary>What a product is, as far as it matters to how well a model films it: its material, else its kind; pure.</summary>
public static class ProductCategory
{
    /// <summary>E.g. <c>knit</c>, <c>footwear</c>.</summary>
    public static string Of(ProductFacts product) =>
        Fabric(product) is { } fabric ? LowerCase.Write(fabric) : LowerCase.Write(ProductKinds.Read(product));

    public static Fabric? Fabric(ProductFacts product) =>
        Fabrics.Read([product.Type, product.Title, .. product.Tags, product.Category]);

    internal static ProductFacts FactsOf(Product product) =>
        new(product.Title, product.ProductType, product.Category, product.Tags);
}
