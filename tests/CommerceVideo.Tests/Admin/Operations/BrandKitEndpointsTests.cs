using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Rendering;
using CommerceVideo.Tests.Media.Fonts;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Admin.Operations;

public sealed class BrandKitEndpointsTests : IAsyncLifetime
{
    private const string Kit = $"shops/{OperatorDesk.Domain}/brand-kit";

    private const string Other = $"shops/{OperatorDesk.OtherDomain}/brand-kit";

    private DrawnPhotos Drawn { get; } = new();
    private OperatorDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await OperatorDesk.OpenAsync();

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        Drawn.Dispose();
    }

    [Fact]
    public async Task What_is_kept_is_read_again_each_change_as_a_version_of_its_own()
    {
        Assert.Equal(("{}", "\"0\""), await ReadAsync());

        var first = await KeepAsync("""{ "hook": "Look", "palette": { "ink": "#112233" } }""");
        var second = await KeepAsync("""{ "hook": "Look again" }""");

        Assert.Equal((1, 2), (Version(first), Version(second)));
        var (json, tag) = await ReadAsync();
        Assert.Equal(("Look again", "\"2\""), (Member(json, "hook"), tag));
        Assert.DoesNotContain("palette", json, StringComparison.Ordinal);
        Assert.Equal("Look", Member((await ReadAsync($"{Kit}?version=1")).Json, "hook"));
        Assert.Equal("0", (await ReadAsync(Other)).Tag.Trim('"'));
        var versions = await _desk.Client.GetFromJsonAsync<JsonElement>($"{Kit}/versions");
        Assert.Equal(2, versions.GetArrayLength());
    }

    [Fact]
    public async Task Who_did_not_see_the_newest_version_does_not_undo_it()
    {
        await KeepAsync("""{ "hook": "One" }""");
        await KeepAsync("""{ "hook": "Two" }""", basedOn: 1);

        using var late = await PutAsync("""{ "hook": "Three" }""", basedOn: 1);

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("Two", Member((await ReadAsync()).Json, "hook"));
    }

    [Fact]
    public async Task Words_that_the_kit_forbids_are_told_when_it_is_kept()
    {
        var kept = await KeepAsync("""{ "hook": "Cheap!", "forbiddenWords": ["cheap"] }""");

        Assert.Contains("“cheap”", kept.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "hok": "a" }""", "not understood")]
    [InlineData("""{ "logo": "gone.png" }""", "there is no such file")]
    [InlineData("""{ "casting": ["018f0000-0000-7000-8000-000000000000"] }""", "…/casting")]
    public async Task What_cannot_be_kept_is_refused_with_what_to_do(string json, string says)
    {
        using var answer = await PutAsync(json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, await TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_judged_by_content_and_kept_once_for_their_own_shop()
    {
        var picture = await Drawn.DrawAsync("logo.png", 120, 40);
        var logo = await FileAsync(picture);
        var again = await FileAsync(Drawn.Write("same.txt", await File.ReadAllBytesAsync(picture)));
        var font = await FileAsync(FontNamesTests.Installed);
        var sound = await FileAsync(Drawn.Write("bed.bin", Wave(seconds: 2)));
        var cube = await FileAsync(Drawn.Write("look.txt", Encoding.ASCII.GetBytes(Identity)));

        Assert.Equal(("picture", "120x40"), (logo.Kind, logo.Facts));
        Assert.Equal(logo.File, again.File);
        Assert.Equal(("font", "DejaVu Sans"), (font.Kind, font.Facts));
        Assert.Equal(("music", "2"), (sound.Kind, sound.Facts));
        Assert.Equal(("lut", "2"), (cube.Kind, cube.Facts));
        var kit = $$"""
            {
              "logo": "{{logo.File}}",
              "font": { "family": "DejaVu Sans", "file": "{{font.File}}", "licence": "Bitstream Vera" },
              "music": { "file": "{{sound.File}}", "licence": "ours" },
              "look": { "lut": "{{cube.File}}" }
            }
            """;
        await KeepAsync(kit);
        using var theirs = await PutAsync(kit, kit: Other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, theirs.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_none_of_these_is_refused_whatever_it_is_called()
    {
        foreach (
            var (name, bytes, says) in new (string, byte[], string)[]
            {
                ("logo.png", [1, 2, 3, 4, 0, 0, 0, 0], "not a picture"),
                ("font.ttf", [0, 1, 0, 0, 0, 9, .. new byte[40]], "not a whole TTF"),
                ("bed.mp3", [.. "ID3"u8, .. new byte[400]], "no sound"),
                ("look.cube", [.. "LUT_3D_SIZE 2"u8], "ends after 0 of its 8"),
            }
        )
        {
            using var answer = await PostFileAsync(Drawn.Write(name, bytes));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, await TextAsync(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_exported_kit_is_imported_by_another_shop_and_rendered_from()
    {
        var (logo, font) = (
            await FileAsync(await Drawn.DrawAsync("logo.png", 120, 40)),
            await FileAsync(FontNamesTests.Installed)
        );
        await KeepAsync(
            $$"""{ "hook": "Look", "logo": "{{logo.File}}", "font": { "family": "DejaVu Sans", "file": "{{font.File}}", "licence": "Bitstream Vera" } }"""
        );

        var archive = await _desk.Client.GetByteArrayAsync($"{Kit}/archive");
        using var content = new ByteArrayContent(archive);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var imported = await _desk.Client.PutAsync($"{Other}/archive?collection=summer", content);

        Assert.True(imported.IsSuccessStatusCode, await imported.Content.ReadAsStringAsync());
        Assert.Equal((await ReadAsync()).Json, (await ReadAsync($"{Other}?collection=summer")).Json);
        var folder = Directory
            .CreateDirectory(Path.Combine(Path.GetDirectoryName(Drawn.Write("a", []))!, "unpacked"))
            .FullName;
        using var packed = new MemoryStream(archive);
        await ZipFile.ExtractToDirectoryAsync(packed, folder);
        var (options, wrong) = RenderOptions.Parse(["--photo", "a", "--brand", Path.Combine(folder, "kit.json")]);
        Assert.Null(wrong);
        Assert.Equal(("Look", Path.Combine(folder, logo.File)), (options!.Words!.Kit.Hook, options.Words.Kit.Logo));
    }

    [Fact]
    public async Task An_archive_that_lacks_what_it_names_is_refused()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var json = zip.CreateEntry("kit.json").Open();
            json.Write(Encoding.UTF8.GetBytes(KitJson.Write(new KitContent { Logo = "logo.png" })));
        }

        using var answer = await _desk.Client.PutAsync($"{Kit}/archive", new ByteArrayContent(packed.ToArray()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("has no such file", await TextAsync(answer), StringComparison.Ordinal);
        using var none = await _desk.Client.PutAsync($"{Kit}/archive", new ByteArrayContent([1, 2, 3]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
    }

    private const string Identity = """
        LUT_3D_SIZE 2
        0 0 0
        1 0 0
        0 1 0
        1 1 0
        0 0 1
        1 0 1
        0 1 1
        1 1 1
        """;

    private static byte[] Wave(int seconds)
    {
        const int Rate = 8000;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + (Rate * seconds));
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(Rate);
        writer.Write(Rate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(Rate * seconds);
        writer.Write(new byte[Rate * seconds]);
        return file.ToArray();
    }

    private async Task<(string Json, string Tag)> ReadAsync(string kit = Kit)
    {
        using var answer = await _desk.Client.GetAsync(kit);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> PutAsync(string json, int? basedOn = null, string kit = Kit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, kit);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (basedOn is { } version)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }

        return await _desk.Client.SendAsync(request);
    }

    private async Task<JsonElement> KeepAsync(string json, int? basedOn = null)
    {
        using var answer = await PutAsync(json, basedOn);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PostFileAsync(string path)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(await File.ReadAllBytesAsync(path)), "file", Path.GetFileName(path) },
        };
        return await _desk.Client.PostAsync($"{Kit}/files", form);
    }

    private async Task<(string File, string Kind, string Facts)> FileAsync(string path)
    {
        using var answer = await PostFileAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var kept = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (
            kept.GetProperty("file").GetString()!,
            kept.GetProperty("kind").GetString()!,
            kept.GetProperty("facts").GetString()!
        );
    }

    private static int Version(JsonElement kept) => kept.GetProperty("version").GetInt32();

    private static string? Member(string json, string name) =>
        JsonDocument.Parse(json).RootElement.GetProperty(name).GetString();

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString()!;
}
