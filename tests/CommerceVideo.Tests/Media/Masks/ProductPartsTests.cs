using CommerceVideo.Media.Masks;

namespace CommerceVideo.Tests.Media.Masks;

public sealed class ProductPartsTests
{
    [Theory]
    [InlineData("Hats", "Head")]
    [InlineData("Women > Dresses", "Body")]
    [InlineData("Skinny Jeans", "Legs")]
    [InlineData("T-Shirts", "Torso")]
    [InlineData("Hoodies & Sweatshirts", "Torso")]
    [InlineData("Running shoes", "Feet")]
    [InlineData("Tote bag", "Anywhere")]
    [InlineData("Stopwatch", "Anywhere")]
    [InlineData("", "Anywhere")]
    [InlineData(null, "Anywhere")]
    public void Words_of_a_merchant_name_the_part_of_the_body(string? words, string part) =>
        Assert.Equal(part, ProductParts.Of(words).ToString());
}
