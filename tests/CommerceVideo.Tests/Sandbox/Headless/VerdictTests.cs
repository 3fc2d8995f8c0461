using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Headless;

namespace CommerceVideo.Tests.Sandbox.Headless;

public sealed class VerdictTests
{
    private static readonly string[] Purposes = ["page", "social"];

    [Fact]
    public void Ready_with_a_video_for_every_purpose_is_well() => Assert.Null(Complaint(Ready()));

    [Theory]
    [InlineData("""{"state":"refused","reason":{"text":"The picture is cut off."}}""", null)]
    [InlineData("""{"state":"refused","reason":null}""", "refused without a reason")]
    [InlineData("""{"state":"review"}""", "waits for a person")]
    [InlineData("""{"state":"parked","reason":{"text":"Out of disk."}}""", "parked: Out of disk.")]
    [InlineData("""{"state":"ready","videos":[{"purpose":"page","state":"published"}]}""", "no video for social")]
    [InlineData(
        """{"state":"ready","videos":[{"purpose":"page","placement":"shopify-page","state":"failed"}]}""",
        "its shopify-page video is failed"
    )]
    public void What_is_wrong_is_named(string product, string? complaint) =>
        Assert.Equal(complaint, Complaint(JsonNode.Parse(product)!.AsObject()));

    [Fact]
    public void A_product_the_app_never_heard_of_is_wrong() =>
        Assert.Equal("the app never heard of it", Verdict.Complaint(null, Purposes));

    [Fact]
    public void The_store_holding_each_published_video_once_and_ready_is_well() =>
        Assert.Empty(Verdict.StoreComplaints("7", Ready(), State(Media(1, "a"))));

    [Fact]
    public void A_video_published_twice_is_found()
    {
        var complaints = Verdict.StoreComplaints("7", Ready(), State(Media(1, "a"), Media(2, "a"))).ToList();

        Assert.Contains("the store has 2 videos of it, 1 were published", complaints);
        Assert.Contains("the store has the same video 2 times", complaints);
    }

    [Fact]
    public void A_video_the_store_could_not_play_is_found() =>
        Assert.Contains(
            "the store's video gid://shopify/Video/1 is FAILED",
            Verdict.StoreComplaints("7", Ready(), State(Media(1, "a", "FAILED")))
        );

    [Fact]
    public void A_published_video_the_store_does_not_have_is_found() =>
        Assert.Contains(
            "the store has the published video gid://shopify/Video/1 0 times",
            Verdict.StoreComplaints("7", Ready(), State())
        );

    private static string? Complaint(JsonObject product) => Verdict.Complaint(product, Purposes);

    private static JsonObject Ready() =>
        JsonNode
            .Parse(
                """
                {"id":"gid://shopify/Product/7","state":"ready","videos":[
                  {"purpose":"page","state":"published","mediaId":"gid://shopify/Video/1"},
                  {"purpose":"social","state":"stored","mediaId":null}]}
                """
            )!
            .AsObject();

    private static JsonObject Media(int id, string sum, string status = "READY") =>
        new()
        {
            ["id"] = $"gid://shopify/Video/{id}",
            ["kind"] = "VIDEO",
            ["status"] = status,
            ["sha256"] = sum,
        };

    private static JsonObject State(params JsonObject[] media)
    {
        var photo = new JsonObject
        {
            ["id"] = "gid://shopify/MediaImage/9",
            ["kind"] = "IMAGE",
            ["status"] = "READY",
        };
        var product = new JsonObject { ["id"] = "7", ["media"] = new JsonArray([photo, .. media]) };
        return new JsonObject { ["shops"] = new JsonArray(new JsonObject { ["products"] = new JsonArray(product) }) };
    }
}
