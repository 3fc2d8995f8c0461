using CommerceVideo.Brands.Kits;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class OfferTests
{
    private static readonly EndCard Card = new("Free shipping");

    private static readonly Money FortyNine = new(49, "EUR");

    [Fact]
    public void A_price_stands_on_an_end_card_with_what_it_is_compared_with() =>
        Assert.Equal("49.00 EUR, before 69.00 EUR", Offer.Of(new ProductPrice(FortyNine, 69, false), Card)?.Told);

    [Fact]
    public void The_lowest_of_several_prices_is_only_shown_with_a_word_for_it()
    {
        var price = new ProductPrice(FortyNine, null, true);

        Assert.Null(Offer.Of(price, Card));
        Assert.True(Offer.IsUnsaid(price, Card));
        var offer = Offer.Of(price, Card with { From = "from" });
        Assert.Equal("from 49.00 EUR", offer?.Told);
        var kit = WordKit.Plain with { EndCard = Card with { From = "from" } };
        Assert.Equal("from €49.00", Wording.Of(kit, offer, 12)[^1].Runs[0].Text);
    }

    [Fact]
    public void Without_a_price_a_card_or_the_wish_nothing_is_offered()
    {
        var price = new ProductPrice(FortyNine, null, false);

        Assert.Null(Offer.Of(null, Card));
        Assert.Null(Offer.Of(price, null));
        Assert.Null(Offer.Of(price, Card with { Price = false }));
    }
}
