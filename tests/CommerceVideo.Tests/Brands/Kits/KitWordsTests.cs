using CommerceVideo.Brands.Kits;

namespace CommerceVideo.Tests.Brands.Kits;

public sealed class KitWordsTests
{
    [Fact]
    public void The_title_stands_where_the_kit_wants_it()
    {
        var words = KitWords.Of(new KitContent { Hook = "Meet the {title}" }, " Linen shirt ");

        Assert.Equal("Meet the Linen shirt", words.Hook);
        Assert.Empty(words.LeftOut);
    }

    [Fact]
    public void Forbidden_words_are_left_off_and_told_the_rest_stays()
    {
        var kit = new KitContent
        {
            Hook = "Cheap thrills",
            Captions = ["Soft linen", "cheap, too"],
            EndCard = new EndCard("Free shipping", "Buy cheap"),
            ForbiddenWords = ["cheap"],
        };

        var words = KitWords.Of(kit, "Linen shirt");

        Assert.Null(words.Hook);
        Assert.Equal(["Soft linen"], words.Captions);
        Assert.Equal(new EndCard("Free shipping"), words.EndCard);
        Assert.Equal(3, words.LeftOut.Count);
        Assert.Contains("“cheap”", words.LeftOut[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_with_a_forbidden_word_is_not_put_on_film_and_named_as_the_reason()
    {
        var kit = new KitContent { Hook = "Meet the {title}", ForbiddenWords = ["cheap"] };

        var words = KitWords.Of(kit, "Cheap shirt");

        Assert.False(words.Any);
        Assert.Contains("the product's title", Assert.Single(words.LeftOut), StringComparison.Ordinal);
    }
}
