using System.Net.Http.Headers;
using CommerceVideo.Admin.Operations;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Flow;

/// <summary>A shop with a brand kit: its words and the live price on social videos, and what a change of price remakes.</summary>
public sealed class RepricedTests : IAsyncLifetime
{
    private const string Bought =
        "select count(*) || ' attempts, ' || (select count(*) from charge) || ' charges' from generation";

    private DrawnPhotos Photos { get; } = new();
    private FlowSystem _system = null!;

    public async Task InitializeAsync()
    {
        _system = await FlowSystem.StartAsync(FlowOptions.PageAndSocial);
        await KeepAsync(
            """{ "hook": "Cheap!", "captions": ["Meet the {title}"], "endCard": { "action": "Shop now" }, "forbiddenWords": ["cheap"] }"""
        );
    }

    public async Task DisposeAsync()
    {
        await _system.DisposeAsync();
        Photos.Dispose();
    }

    [Fact]
    public async Task A_change_of_price_remakes_what_names_it_from_the_kept_clips_and_buys_nothing()
    {
        var product = await _system.Store.AddAsync("Linen shirt", await Photos.DrawAsync());
        var made = (await _system.SettledAsync(product.Gid)).Of(product.Gid)!.Videos;
        var bought = await _system.AskAsync<string>(Bought);

        Assert.Equal(["page - 1", "social 49.00 USD 1", "social 49.00 USD 1", "social 49.00 USD 1"], Told(made));
        Assert.All(Social(made), static video => Assert.Contains(video.Warnings, IsOfTheHook));

        // An update that changes no price.
        await _system.Store.ChangeAsync(product, new { tags = "new" });
        await _system.Store.ChangeAsync(product, new { price = "49.00" });
        var same = (await HandledAsync(product)).Of(product.Gid)!.Videos;
        Assert.Equal(made.Select(static video => video.Id), same.Select(static video => video.Id));

        await _system.Store.ChangeAsync(product, new { price = "39.00", compareAtPrice = "49.00" });
        var now = await _system.UntilAsync(
            view =>
                view.IsSettled
                && Social(view.Of(product.Gid)!.Videos)
                    .All(static video => video.Offer == "39.00 USD, before 49.00 USD"),
            product.Gid
        );

        var remade = now.Of(product.Gid)!.Videos;
        Assert.Equal(bought, await _system.AskAsync<string>(Bought));
        Assert.Equal(4, remade.Count);
        Assert.All(Social(remade), static video => Assert.Equal(("stored", "1"), (video.State, video.Kit)));
        Assert.Empty(Social(remade).Select(Shown).Intersect(Social(made).Select(Shown)));
        Assert.Equal(Page(made).Id, Page(remade).Id);
        Assert.Equal(
            Social(made).Select(static video => video.Seconds),
            Social(remade).Select(static video => video.Seconds)
        );
        Assert.Single(now.Store.Videos(product.Gid));
        Assert.Equal(3, await _system.AskAsync<long>("select count(*) from rendition where replaced_at is not null"));
        // An ad with the old price may still run somewhere.
        Assert.Equal(
            7,
            await _system.AskAsync<long>(
                "select count(*) from rendition where exists (select from film_record where film_record.sha256 = rendition.sha256 and film_record.brief_id = rendition.brief_id)"
            )
        );
    }

    private static IEnumerable<string> Told(IEnumerable<VideoReport> videos) =>
        videos
            .Select(static video => $"{video.Purpose} {video.Offer ?? "-"} {video.Kit}")
            .Order(StringComparer.Ordinal);

    private static VideoReport[] Social(IEnumerable<VideoReport> videos) =>
        [.. videos.Where(static video => video.Purpose == "social").OrderBy(static video => video.Placement)];

    private static VideoReport Page(IEnumerable<VideoReport> videos) =>
        videos.Single(static video => video.Purpose == "page");

    private static string? Shown(VideoReport video) => video.Sha256;

    private static bool IsOfTheHook(string warning) =>
        warning.StartsWith("The hook is not on the film", StringComparison.Ordinal);

    private async Task<FlowView> HandledAsync(AddedProduct product)
    {
        // The store says when it has sent all; the report is settled once all of that is handled.
        var sent = (await _system.Store.StateAsync()).Sent;
        return await _system.UntilAsync(view => view.IsSettled && view.Store.Sent >= sent, product.Gid);
    }

    private async Task KeepAsync(string kit)
    {
        var shop = await _system.AskAsync<string>("select domain from shop");
        using var http = new HttpClient { BaseAddress = _system.Addresses.App };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FlowSettings.Operations);
        using var answer = await http.PutAsync(
            new Uri($"operations/shops/{shop}/brand-kit", UriKind.Relative),
            new StringContent(kit, new MediaTypeHeaderValue("application/json"))
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
