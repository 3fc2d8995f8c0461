using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Tests.Sandbox.Reports;

public sealed class ProductProgressTests
{
    [Theory]
    [InlineData("""{"state":"working","videos":[]}""", "working")]
    [InlineData(
        """{"state":"working","videos":[{"state":"published"},{"state":"making"}]}""",
        "working, 1 of 2 videos"
    )]
    [InlineData("""{"state":"ready","videos":[{"state":"stored"}]}""", "ready, 1 of 1 videos")]
    [InlineData(
        """{"state":"refused","reason":{"text":"The picture is cut off."},"videos":[]}""",
        "refused: The picture is cut off."
    )]
    public void How_far_a_product_is_is_said_as_a_person_would(string product, string said) =>
        Assert.Equal(said, ProductProgress.Describe(JsonNode.Parse(product)!.AsObject()));

    [Fact]
    public void A_product_the_app_has_not_heard_of_waits_for_the_store() =>
        Assert.Equal("waiting for the store's webhook", ProductProgress.Describe(null));
}
