using System.Text;
using System.Text.Json;
using CommerceVideo.Tests.Media.Photos;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

[Collection(QuickFlowTests.Name)]
public sealed class WebhookBodiesTests(QuickFlow flow)
{
    private static readonly string[] OfTwoPictures = ["01", "02", "03", "05b"];

    [Theory]
    [InlineData("""{"id":8100071267335,"title":"Cut of""", "parked")]
    [InlineData("not json", "parked")]
    [InlineData("[1,2,3]", "parked")]
    [InlineData("""{"id":"not a number","title":"No id"}""", "parked")]
    [InlineData("""{"id":9223372036854775807}""", "handled")]
    public async Task A_body_that_tells_of_no_product_is_kept_and_the_worker_goes_on(string body, string state)
    {
        var headers = Headers("products/update");
        await flow.Store.SendBodyAsync(Encoding.UTF8.GetBytes(body), headers);

        await flow.System.UntilAsync(static view => view.IsSettled);

        var row = await flow.System.AskAsync<string>(
            "select state || ' ' || convert_from(body, 'utf8') || ' ' || coalesce(reason_text, '-') from delivery where webhook_id = $1",
            headers["X-Shopify-Webhook-Id"]
        );
        Assert.StartsWith($"{state} {body} ", row, StringComparison.Ordinal);
        Assert.Equal(state == "parked", !row.EndsWith(" -", StringComparison.Ordinal));
        await flow.ReadyAsync("After a broken body");
    }

    [Fact]
    public async Task Large_ids_many_variants_and_right_to_left_text_make_a_video_with_that_text()
    {
        const long Id = 9_007_199_254_740_993;
        const string Title = "فستان صيفي \u200f«وردة» 👗";
        var photo = await flow.Photos.DrawAsync();
        var product = new
        {
            id = Id,
            admin_graphql_api_id = $"gid://shopify/Product/{Id}",
            title = Title,
            handle = "large-id",
            product_type = "Dresses",
            status = "active",
            tags = "صيف, dress",
            variants = Enumerable
                .Range(1, 240)
                .Select(static n => new
                {
                    id = 9_100_000_000_000_000 + n,
                    title = $"Size {n}",
                    position = n,
                    price = "10.00",
                    option1 = $"{n}",
                }),
            options = new[]
            {
                new
                {
                    id = 1,
                    name = "Size",
                    position = 1,
                    values = new[] { "1" },
                },
            },
            images = Array.Empty<object>(),
            media = Array.Empty<object>(),
        };

        var gid = await flow.Store.SendBodyAsync(
            JsonSerializer.SerializeToUtf8Bytes(product),
            Headers("products/create")
        );
        Assert.NotNull(gid);
        Assert.Equal($"gid://shopify/Product/{Id}", gid);
        var added = new AddedProduct($"{Id}", gid, "large-id", []);
        await flow.System.UntilAsync(view => view.State(gid) == "refused", gid);
        await flow.Store.AddPhotoAsync(added, photo);
        var view = await flow.System.UntilAsync(view => view.IsSettled && view.State(gid) == "ready", gid);

        Assert.Equal(Title, view.Of(gid)!.Title);
        Assert.Equal($"Video of {Title}", Assert.Single(view.Store.Videos(gid)).Alt);
    }

    [Fact]
    public async Task The_sample_deliveries_do_what_their_readme_says()
    {
        if (TestPictures.Samples is not { } photos)
        {
            return;
        }

        await using var system = await FlowSystem.StartAsync(FlowOptions.Quick with { Photos = photos });
        var sent = new Dictionary<string, string?>(StringComparer.Ordinal);
        var folder = Path.Combine(photos, "..", "webhooks");
        foreach (var name in Names(folder).Where(static name => !name.StartsWith("07", StringComparison.Ordinal)))
        {
            sent[name[..name.IndexOf('-', StringComparison.Ordinal)]] = await SendAsync(system, folder, name);
        }

        var view = await system.SettledAsync([.. sent.Values.Distinct().OfType<string>()]);

        Assert.Equal(sent["05a"], sent["05b"]);
        Assert.All(OfTwoPictures, name => HasVideos(view, sent[name]!, 2));
        Assert.Equal(("refused", "no_picture"), (view.State(sent["04"]!), view.Of(sent["04"]!)!.Reason!.Code));
        HasVideos(view, sent["06"]!, 4);
        Assert.Equal(
            ["damaged", "too_many_pixels"],
            view.Of(sent["06"]!)!.Images.Select(static one => one.Reason?.Code).OfType<string>().Order()
        );

        await SendAsync(
            system,
            folder,
            Names(folder).Single(static name => name.StartsWith("07", StringComparison.Ordinal))
        );
        await system.UntilAsync(static view => view.IsSettled);
        Assert.Equal(
            "handled",
            await system.AskAsync<string>("select state from delivery where topic = $1", "app/uninstalled")
        );
    }

    private static void HasVideos(FlowView view, string gid, int count)
    {
        Assert.True(view.State(gid) == "ready", view.Tell(gid));
        Assert.Equal(count, view.Store.Videos(gid).Count(static video => video.Status == "READY"));
        Assert.Equal("IMAGE", view.Store.Of(gid)!.Media[0].Kind);
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .GetFiles(folder, "*.headers.json")
            .Select(static file => Path.GetFileName(file).Replace(".headers.json", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static async Task<string?> SendAsync(FlowSystem system, string folder, string name)
    {
        var headers = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(Path.Combine(folder, $"{name}.headers.json"))
        )!;
        return await system.Store.SendBodyAsync(
            await File.ReadAllBytesAsync(Path.Combine(folder, $"{name}.json")),
            headers
        );
    }

    private static Dictionary<string, string> Headers(string topic) =>
        new(StringComparer.Ordinal)
        {
            ["X-Shopify-Topic"] = topic,
            ["X-Shopify-Shop-Domain"] = "dev-atelier.myshopify.com",
            ["X-Shopify-API-Version"] = "2026-10",
            ["X-Shopify-Webhook-Id"] = $"{Guid.NewGuid()}",
            ["X-Shopify-Triggered-At"] = "2026-11-20T14:15:00.123456789Z",
        };
}
