using CommerceVideo.Generation;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Generation;

public sealed class BillsTests
{
    [Theory]
    [InlineData(0.42, "USD", 0.42)]
    [InlineData(0, "USD", 0.0)]
    [InlineData(0, "CNY", 0.0)]
    [InlineData(3, "CNY", null)]
    [InlineData(-0.42, "USD", null)]
    public void Only_money_of_the_kind_it_was_bought_in_is_booked(double said, string currency, double? booked) =>
        Assert.Equal<Money?>(
            booked is { } amount ? new Money((decimal)amount, "USD") : null,
            Bills.Of(new Money((decimal)said, currency), "USD")
        );

    [Fact]
    public void A_provider_that_says_nothing_is_not_taken_to_charge_nothing() => Assert.Null(Bills.Of(null, "USD"));
}
