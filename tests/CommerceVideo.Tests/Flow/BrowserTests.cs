using CommerceVideo.Tests.Support;
using Microsoft.Playwright;

namespace CommerceVideo.Tests.Flow;

/// <summary>What a shopper and a merchant see, in Chromium.</summary>
[Collection(WholeFlowTests.Name)]
public sealed class BrowserTests(WholeFlow flow) : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = ["--disable-dev-shm-usage"] }
        );
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    [Fact]
    public async Task The_product_page_plays_the_video()
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync($"{flow.System.Addresses.Store}products/{flow.Product.Handle}");
        var video = page.Locator("video");

        await page.WaitForFunctionAsync(
            "() => { const v = document.querySelector('video'); return v && v.currentTime > 0.3 && v.videoWidth > 0; }",
            null,
            new() { Timeout = 60_000 }
        );

        Assert.Equal(1, await video.CountAsync());
        Assert.Equal("Video of Linen shirt", await video.GetAttributeAsync("aria-label"));
        var made = flow.Made.Page(flow.Product.Gid);
        Assert.Equal([made.Width, made.Height], await video.EvaluateAsync<int[]>("v => [v.videoWidth, v.videoHeight]"));
        Assert.True(await video.EvaluateAsync<bool>("v => v.loop && v.muted && v.error === null"));
    }

    [Fact]
    public async Task A_merchant_adds_a_product_with_a_photo_by_keyboard_and_its_video_comes_to_the_page()
    {
        var page = await _browser!.NewPageAsync();
        await page.GotoAsync(flow.System.Addresses.Store.AbsoluteUri);
        await page.GetByLabel("Title").PressSequentiallyAsync("Keyboard vase");
        Assert.Equal("Keyboard vase", await page.GetByLabel("Title").InputValueAsync());
        await page.GetByLabel("Photos").SetInputFilesAsync(await flow.Photos.DrawAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Add product" }).PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/products/*", new() { WaitUntil = WaitUntilState.Commit });

        var gid = $"gid://shopify/Product/{page.Url[(page.Url.LastIndexOf('/') + 1)..]}";
        var view = await flow.System.UntilAsync(
            view => view.Store.Videos(gid).Any(static one => one.Status == "READY"),
            gid
        );

        Assert.Equal("Keyboard vase", view.Of(gid)!.Title);
        Assert.Single(view.Store.Videos(gid));
        await page.GotoAsync($"{flow.System.Addresses.Store}products/{view.Store.Of(gid)!.Handle}");
        await page.Locator("video").WaitForAsync();
    }
}
