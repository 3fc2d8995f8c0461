using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class WordingTests
{
    private static readonly WordKit Kit = WordKit.Plain with
    {
        Hook = "Soft linen",
        Captions = ["Woven in Portugal", "Washed twice"],
        EndCard = new EndCard("Free shipping", "Shop now"),
    };

    private static readonly Offer Offer = new(new Money(49, "EUR"), new Money(69, "EUR"));

    [Fact]
    public void Hook_captions_and_card_follow_each_other_without_a_gap()
    {
        var blocks = Wording.Of(Kit, Offer, 13);

        Assert.Equal(["hook", "caption-1", "caption-2", "card"], blocks.Select(static block => block.Name));
        Assert.Equal((0, 13), (blocks[0].From, blocks[^1].To));
        Assert.All(blocks.Zip(blocks.Skip(1)), static two => Assert.Equal(two.First.To, two.Second.From, 9));
        Assert.Equal(["€49.00", "€69.00", "Free shipping", "Shop now"], blocks[^1].Runs.Select(static run => run.Text));
        Assert.True(blocks[^1].Runs[1].Struck);
    }

    [Fact]
    public void A_short_film_leaves_out_what_nobody_could_read() =>
        Assert.Equal(["hook", "card"], Wording.Of(Kit, Offer, 6).Select(static block => block.Name));

    [Fact]
    public void A_change_of_price_changes_the_card_alone()
    {
        var before = Wording.Of(Kit, Offer, 13);
        var after = Wording.Of(Kit, Offer with { Price = new Money(39, "EUR") }, 13);

        var changed = before.Zip(after).Where(static two => !Same(two.First, two.Second));

        Assert.Equal("card", Assert.Single(changed).First.Name);
    }

    [Fact]
    public void A_price_that_is_no_lower_is_compared_with_nothing() =>
        Assert.DoesNotContain(
            Wording.Of(Kit, new Offer(new Money(69, "EUR"), new Money(69, "EUR")), 13)[^1].Runs,
            static run => run.Struck
        );

    [Fact]
    public void Nothing_to_say_is_nothing_written() => Assert.Empty(Wording.Of(WordKit.Plain, null, 13));

    [Theory]
    [InlineData("1234.5", "USD", "en", "$1,234.50")]
    [InlineData("1234.5", "EUR", "de", "1.234,50\u00A0€")]
    [InlineData("49", "ILS", "he", "49.00\u00A0₪")]
    [InlineData("4900", "JPY", "ja", "¥4,900")]
    [InlineData("49.9", "CHF", "de-CH", "49,90\u00A0CHF")]
    [InlineData("49.9", "CAD", "en", "49.90\u00A0CAD")]
    public void Prices_are_written_as_shoppers_of_the_language_read_them(
        string amount,
        string currency,
        string language,
        string text
    ) =>
        Assert.Equal(
            text,
            PriceText.Of(
                new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency),
                language
            )
        );

    private static bool Same(TextBlock one, TextBlock other) =>
        one with { Runs = other.Runs } == other && one.Runs.SequenceEqual(other.Runs);
}
