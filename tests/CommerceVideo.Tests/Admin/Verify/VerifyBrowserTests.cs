using Microsoft.Playwright;

namespace CommerceVideo.Tests.Admin.Verify;

/// <summary>The page as people use it, in Chromium.</summary>
public sealed class VerifyBrowserTests : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>WCAG 2.1 AA for text.</summary>
    private const string Contrast = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const light = (colour) => {
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = light(getComputedStyle(document.body).backgroundColor);
          return Math.min(...[...document.querySelectorAll('h1,h2,p,dt,dd,code,a,label,input,button,textarea')].map((one) => {
            const ink = light(getComputedStyle(one).color);
            return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
          }));
        }
        """;

    private VerifyDesk _desk = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _desk = await VerifyDesk.OpenAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Chromium, Args = ["--disable-dev-shm-usage"] }
        );
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task A_chosen_file_is_hashed_where_it_lies_and_none_of_it_is_sent()
    {
        var page = await OpenAsync("/verify");
        var sent = new List<IRequest>();
        page.Request += (_, request) => sent.Add(request);

        await page.GetByLabel("Video, poster or sidecar").SetInputFilesAsync(_desk.Film);
        await page.GetByRole(AriaRole.Heading, new() { Name = "This video is AI-generated" }).WaitForAsync();

        Assert.Contains("Is this very video, unchanged", await page.InnerTextAsync("dl"), StringComparison.Ordinal);
        Assert.All(sent, static request => Assert.Equal(("GET", null), (request.Method, request.PostData)));
    }

    [Fact]
    public async Task A_file_in_which_one_byte_changed_is_not_known()
    {
        await File.AppendAllTextAsync(_desk.Film, "!");
        var page = await OpenAsync("/verify");

        await page.GetByLabel("Video, poster or sidecar").SetInputFilesAsync(_desk.Film);

        await page.GetByRole(AriaRole.Heading, new() { Name = "This file is not known here" }).WaitForAsync();
    }

    [Fact]
    public async Task A_sidecar_is_downloaded_and_checked()
    {
        var page = await OpenAsync($"/verify/{_desk.Record.Id}");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Download the signed sidecar" }).ClickAsync()
        );
        var sidecar = Path.ChangeExtension(_desk.Film, ".json");
        await download.SaveAsAsync(sidecar);
        Assert.EndsWith(".provenance.json", download.SuggestedFilename, StringComparison.Ordinal);

        await page.GetByLabel("Video, poster or sidecar").SetInputFilesAsync(sidecar);
        await page.WaitForURLAsync("**/verify/sidecar");

        Assert.Contains("Holds", await page.InnerTextAsync("dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checksum_is_looked_up_by_keyboard_alone()
    {
        var page = await OpenAsync("/verify");

        for (var steps = 0; steps < 10 && await FocusedAsync(page) != "sha256"; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.NotEqual(
            "none",
            await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle")
        );
        await page.Keyboard.TypeAsync(_desk.Record.Sha256);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "This video is AI-generated" }).WaitForAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task It_is_read_on_a_phone_by_day_and_by_night(ColorScheme scheme)
    {
        var page = await OpenAsync(
            $"/verify/{_desk.Record.Id}",
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );

        Assert.InRange(await page.EvaluateAsync<double>(Contrast), 4.5, 21);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Assert.Equal(
            scheme == ColorScheme.Dark,
            await page.EvaluateAsync<bool>(
                "() => getComputedStyle(document.body).backgroundColor !== 'rgb(255, 255, 255)'"
            )
        );
    }

    [Fact]
    public async Task It_answers_without_scripts_and_every_field_has_a_name()
    {
        var page = await OpenAsync("/verify", new() { JavaScriptEnabled = false });

        await page.GetByLabel("SHA-256 checksum of the file").FillAsync(_desk.Record.Sha256);
        await page.GetByRole(AriaRole.Button, new() { Name = "Look it up" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "This video is AI-generated" }).WaitForAsync();
        Assert.Equal(1, await page.GetByRole(AriaRole.Main).CountAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Textbox, new() { Name = "Text of a sidecar" }).CountAsync());
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement.id");

    private async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var context = await _browser.NewContextAsync(options ?? new());
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_desk.Client.BaseAddress!, path).AbsoluteUri);
        return page;
    }
}
