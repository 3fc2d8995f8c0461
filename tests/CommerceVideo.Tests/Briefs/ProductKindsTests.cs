using CommerceVideo.Briefs;

namespace CommerceVideo.Tests.Briefs;

public sealed class ProductKindsTests
{
    [Theory]
    [InlineData("Red dress", "Dresses", ProductKind.LongGarment)]
    [InlineData("Runner 2", "Sneakers", ProductKind.Footwear)]
    [InlineData("Black T-Shirt", null, ProductKind.Garment)]
    [InlineData("Dress shoes", null, ProductKind.Footwear)]
    [InlineData("Canvas tote", "Bags", ProductKind.Standing)]
    [InlineData("قميص", null, ProductKind.Standing)]
    public void The_kind_is_read_from_what_the_merchant_wrote(string title, string? type, ProductKind kind) =>
        Assert.Equal(kind, ProductKinds.Read(new ProductFacts(title, type, null, [])));

    [Fact]
    public void A_taxonomy_path_is_read_from_its_end() =>
        Assert.Equal(
            ProductKind.LongGarment,
            ProductKinds.Read(
                new ProductFacts("Nord", null, "Apparel & Accessories > Clothing > Outerwear > Coats", [])
            )
        );
}
