using CommerceVideo.Catalog;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Catalog;

public sealed class RemotePriceTests
{
    private static readonly Money FortyNine = new(49, "EUR");

    [Fact]
    public void One_price_compared_with_one_other() =>
        Assert.Equal(new ProductPrice(FortyNine, 69, false), Of("49.0", "49.0", more: false, "69.00", "69.00"));

    [Theory]
    [InlineData(false, "69.00", null)]
    [InlineData(false, "69.00", "79.00")]
    [InlineData(false, "49.00", "49.00")]
    [InlineData(false, null, null)]
    [InlineData(true, "69.00", "69.00")]
    public void What_does_not_hold_for_every_variant_is_not_compared_with(bool more, string? one, string? other) =>
        Assert.Equal(new ProductPrice(FortyNine, null, false), Of("49.0", "49.0", more, one, other));

    [Fact]
    public void Of_several_prices_the_lowest_is_taken_and_told_to_be_that() =>
        Assert.Equal(new ProductPrice(FortyNine, null, true), Of("49.0", "59.0", more: false, "69.00", "69.00"));

    [Fact]
    public void A_store_that_says_no_price_has_none() => Assert.Null(RemotePrice.Of(null, null));

    private static ProductPrice? Of(string lowest, string highest, bool more, params string?[] compared) =>
        RemotePrice.Of(
            new PriceRangeNode(new PriceNode(lowest, "EUR"), new PriceNode(highest, "EUR")),
            new VariantPage([.. compared.Select(static one => new VariantNode(one))], new VariantPageEnd(more))
        );
}
