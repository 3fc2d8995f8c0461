using CommerceVideo.Finishing.Variations;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;

namespace CommerceVideo.Tests.Finishing.Variations;

public sealed class HookTextTests
{
    private static readonly Dictionary<string, string> Hook = new(StringComparer.Ordinal)
    {
        ["en"] = "{title} for {price}",
        ["de"] = "{title} für {price}",
    };

    private static readonly FilmWords Words = new(WordKit.Plain, new Offer(new Money(49, "EUR"), null))
    {
        Title = "Tote",
    };

    [Fact]
    public void A_hook_is_said_in_the_brand_s_language_with_what_is_known_of_the_product()
    {
        var german = Words with { Kit = WordKit.Plain with { Language = "de-AT" } };

        Assert.Equal("Tote for €49.00", HookText.Of(Hook, Words).Said);
        Assert.Equal("Tote für 49,00\u00A0€", HookText.Of(Hook, german).Said);
    }

    [Theory]
    [InlineData("fr", "Tote", "its hook is not written in the brand's language (fr)")]
    [InlineData("en", " ", "its hook needs the product's name")]
    public void What_cannot_be_said_is_left_out_with_the_reason(string language, string title, string why)
    {
        var words = Words with { Kit = WordKit.Plain with { Language = language }, Title = title };

        Assert.Equal((null, why), HookText.Of(Hook, words));
    }
}
