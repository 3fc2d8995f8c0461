using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Headless;

namespace CommerceVideo.Tests.Sandbox.Headless;

public sealed class StoreQuietTests
{
    [Theory]
    [InlineData("READY", "delivered", true)]
    [InlineData("FAILED", "given up", true)]
    [InlineData("PROCESSING", "delivered", false)]
    [InlineData("UPLOADED", "delivered", false)]
    [InlineData("READY", "due", false)]
    public void Media_in_preparation_and_webhooks_that_are_due_keep_the_store_busy(
        string media,
        string delivery,
        bool quiet
    )
    {
        var state = JsonNode
            .Parse(
                $$"""
                {"shops":[{"products":[{"media":[{"status":"{{media}}"}]}],"deliveries":[{"state":"{{delivery}}"}]}]}
                """
            )!
            .AsObject();

        Assert.Equal(quiet, StoreQuiet.Is(state));
    }
}
