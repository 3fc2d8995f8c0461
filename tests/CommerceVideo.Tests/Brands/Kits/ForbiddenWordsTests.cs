using CommerceVideo.Brands.Kits;

namespace CommerceVideo.Tests.Brands.Kits;

public sealed class ForbiddenWordsTests
{
    [Theory]
    [InlineData("Cheap and cheerful", "cheap", true)]
    [InlineData("Not CHEAP!", "cheap", true)]
    [InlineData("Cheaply made", "cheap", false)]
    [InlineData("A class of its own", "ass", false)]
    [InlineData("Best  price ever", "best price", true)]
    [InlineData("ZUM ÄRGERN", "ärgern", true)]
    [InlineData("永久保証付き", "保証", true)]
    [InlineData("מבצע ענק", "מבצע", true)]
    [InlineData("המבצע הענק", "מבצע", false)]
    [InlineData("-50%", "50%", true)]
    [InlineData("", "cheap", false)]
    public void A_word_is_found_whole_whatever_its_case_and_spaces(string text, string word, bool found) =>
        Assert.Equal(found ? word : null, ForbiddenWords.First(text, [word]));

    [Fact]
    public void An_empty_word_forbids_nothing() => Assert.Null(ForbiddenWords.First("anything", [" "]));
}
