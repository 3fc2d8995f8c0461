using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CommerceVideo.Catalog;
using CommerceVideo.Media.Photos;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class PreviewEndpointTests : IAsyncLifetime
{
    private const string Gid = "gid://shopify/Product/1";

    private const string Kit = """{ "hook": "Meet the {title}", "endCard": { "action": "Shop now" } }""";

    private DrawnPhotos Drawn { get; } = new();
    private OperatorDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await OperatorDesk.OpenAsync();
        await AddProductAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        Drawn.Dispose();
    }

    [Fact]
    public async Task A_kit_that_is_being_written_is_seen_on_the_shop_s_own_photo_in_the_placement_s_shape()
    {
        var bare = await StillAsync("{}", "hook");
        var hook = await StillAsync(Kit, "hook");
        var card = await StillAsync(Kit, "card");

        Assert.Equal([9.0 / 16, 9.0 / 16, 9.0 / 16], new[] { bare, hook, card }.Select(Ratio));
        Assert.Equal(3, new[] { bare, hook, card }.Select(Convert.ToBase64String).Distinct().Count());
    }

    [Fact]
    public async Task Without_a_body_the_kit_that_counts_is_shown_and_what_it_may_not_say_is_told()
    {
        using var kept = await _desk.Client.PutAsync(
            $"shops/{OperatorDesk.Domain}/brand-kit",
            new StringContent(
                """{ "hook": "Cheap!", "forbiddenWords": ["cheap"] }""",
                Encoding.UTF8,
                "application/json"
            )
        );
        kept.EnsureSuccessStatusCode();

        using var answer = await AskAsync("", "hook");

        var shown = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("“cheap”", shown.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith("data:image/jpeg", shown.GetProperty("still").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_kept_cannot_be_tried_on()
    {
        using var wrong = await AskAsync("""{ "logo": "gone.png" }""", "hook");
        using var nobody = await AskAsync(Kit, "hook", product: "gid://shopify/Product/9");
        using var nowhere = await AskAsync(Kit, "hook", placement: "meta.moon");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private static double Ratio(byte[] jpeg)
    {
        var header = PhotoHeaders.Read(jpeg)!;
        return (double)header.Width / header.Height;
    }

    private async Task<byte[]> StillAsync(string kit, string moment)
    {
        using var answer = await AskAsync(kit, moment);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var still = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("still").GetString()!;
        return Convert.FromBase64String(still[(still.IndexOf(',', StringComparison.Ordinal) + 1)..]);
    }

    private async Task<HttpResponseMessage> AskAsync(
        string kit,
        string moment,
        string product = Gid,
        string placement = "meta.reels"
    )
    {
        using var body = new StringContent(kit, Encoding.UTF8, "application/json");
        return await _desk.Client.PostAsync(
            $"shops/{OperatorDesk.Domain}/brand-kit/preview?product={Uri.EscapeDataString(product)}&placement={placement}&moment={moment}",
            body
        );
    }

    private async Task AddProductAsync()
    {
        await using var photo = File.OpenRead(await Drawn.DrawAsync(900, 1600));
        var store = _desk.Services.GetRequiredService<IObjectStore>();
        var kept = await store.PutAsync(photo, "image/jpeg", CancellationToken.None);
        var product = new Product
        {
            Id = Guid.CreateVersion7(),
            ShopId = _desk.Shop,
            Gid = Gid,
            Title = "Linen shirt",
            Tags = [],
            Status = "ACTIVE",
            RemoteUpdatedAt = DateTimeOffset.UnixEpoch,
            SyncedAt = DateTimeOffset.UnixEpoch,
            Price = new ProductPrice(new Money(49, "EUR"), null, false),
        };
        await using var db = _desk.Database.CreateDbContext();
        db.Products.Add(product);
        db.SourceImages.Add(
            new SourceImage
            {
                Id = Guid.CreateVersion7(),
                ShopId = _desk.Shop,
                ProductId = product.Id,
                MediaGid = "gid://shopify/MediaImage/1",
                Position = 0,
                Address = "",
                State = ImageState.Accepted,
                ContentHash = kept.Sha256,
                FileKey = kept.Key,
                SeenAt = DateTimeOffset.UnixEpoch,
            }
        );
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
