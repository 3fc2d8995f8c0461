using System.Net;
using System.Net.Http.Headers;
using CommerceVideo.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Platform.Storage;

public sealed class DiskStoreTests : ObjectStoreContract
{
    private readonly TurnableClock _clock = new();

    private WebApplication _app = null!;

    [Fact]
    public async Task A_link_may_give_the_file_a_name_to_be_saved_under()
    {
        var stored = await PutAsync(10, 10);

        using var answer = await GetAsync(
            Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5), "Robe d'été \"9:16\"; фильм.mp4")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal("Robe d'été \"9:16\"; фильм.mp4", disposition.FileNameStar);
    }

    [Fact]
    public async Task A_link_is_refused_once_it_has_ended()
    {
        var stored = await PutAsync(10, 1);
        var link = Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5));

        _clock.Now += TimeSpan.FromSeconds(299);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link.AbsoluteUri));

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(link.AbsoluteUri));
    }

    [Fact]
    public async Task A_link_is_refused_when_anything_in_it_was_changed()
    {
        var stored = await PutAsync(10, 1);
        var other = await PutAsync(10, 2);
        var link = Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5), "a.mp4").AbsoluteUri;
        string[] changed =
        [
            link.Replace(stored.Key, other.Key, StringComparison.Ordinal),
            link.Replace("expires=", "expires=9", StringComparison.Ordinal),
            link.Replace("name=a.mp4", "name=b.mp4", StringComparison.Ordinal),
            link.Replace("&name=a.mp4", "", StringComparison.Ordinal),
            link[..^1] + (link[^1] == '0' ? '1' : '0'),
            link[..link.IndexOf("&signature", StringComparison.Ordinal)],
            link[..link.IndexOf('?', StringComparison.Ordinal)],
            link + "0",
        ];

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(link));
        Assert.All(
            await Task.WhenAll(changed.Select(StatusAsync)),
            status => Assert.Equal(HttpStatusCode.Forbidden, status)
        );
    }

    [Fact]
    public async Task No_signature_of_another_installation_opens_a_file()
    {
        var stored = await PutAsync(10, 1);
        var elsewhere = new MediaLinks(new Uri(_app.Urls.Single()), new byte[32], _clock);

        var link = elsewhere.To(stored.Key, TimeSpan.FromMinutes(5), null);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(link.AbsoluteUri));
    }

    [Fact]
    public async Task A_good_link_to_a_file_that_is_gone_is_404()
    {
        var stored = await PutAsync(10, 1);
        var link = Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5));
        await Store.DeleteAsync(stored.Key, CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(link.AbsoluteUri));
    }

    [Fact]
    public async Task A_signed_path_out_of_the_store_opens_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "..", "secret.txt"), "secret", CancellationToken.None);
        var links = _app.Services.GetRequiredService<MediaLinks>();

        foreach (var key in (string[])["..%2Fsecret.txt", "%2E%2E%2Fsecret.txt", "incoming"])
        {
            var signed = links.To(Uri.UnescapeDataString(key), TimeSpan.FromMinutes(5), null);
            var path = $"{_app.Urls.Single()}/media/{key}{signed.Query}";
            Assert.Contains(
                await StatusAsync(path),
                (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]
            );
        }
    }

    [Fact]
    public async Task A_file_may_be_kept_by_whoever_has_it_and_asked_for_again_by_its_tag()
    {
        var stored = await PutAsync(10, 1);
        var link = Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5));
        using var first = await GetAsync(link);

        using var again = new HttpRequestMessage(HttpMethod.Get, link);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(again, CancellationToken.None);

        var kept = first.Headers.CacheControl!;
        Assert.Equal((true, TimeSpan.FromDays(365)), (kept.Private, kept.MaxAge));
        Assert.Contains(kept.Extensions, extension => extension.Name == "immutable");
        Assert.Equal("nosniff", first.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Fact]
    public async Task A_part_beyond_the_end_is_416()
    {
        var stored = await PutAsync(10, 1);
        using var request = new HttpRequestMessage(HttpMethod.Get, Store.LinkTo(stored.Key, TimeSpan.FromMinutes(5)));
        request.Headers.Range = new RangeHeaderValue(10, 20);
        using var client = new HttpClient();

        using var answer = await client.SendAsync(request, CancellationToken.None);

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
    }

    [Fact]
    public async Task What_an_ended_program_left_half_written_is_cleared_and_what_is_being_written_is_not()
    {
        var left = Path.Combine(Folder, "incoming", "left");
        var coming = Path.Combine(Folder, "incoming", "coming");
        await File.WriteAllTextAsync(left, "half", CancellationToken.None);
        await File.WriteAllTextAsync(coming, "half", CancellationToken.None);
        File.SetLastWriteTimeUtc(left, File.GetLastWriteTimeUtc(left) - TimeSpan.FromDays(2));

        _ = Disk(_app.Services.GetRequiredService<MediaLinks>());

        Assert.Equal([coming], Directory.GetFiles(Path.Combine(Folder, "incoming")));
    }

    [Fact]
    public async Task A_file_that_is_being_read_may_be_deleted()
    {
        var stored = await PutAsync(400_000, 1);
        await using var reading = await Store.OpenReadAsync(stored.Key, CancellationToken.None);

        await Store.DeleteAsync(stored.Key, CancellationToken.None);

        Assert.Equal(400_000, (await ReadAllAsync(reading)).Length);
    }

    internal override async Task<IObjectStore> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_ => new MediaLinks(
            new Uri(_app.Urls.Single()),
            [.. Enumerable.Range(0, 32).Select(i => (byte)i)],
            _clock
        ));
        builder.Services.AddSingleton<IObjectStore>(services => Disk(services.GetRequiredService<MediaLinks>()));
        _app = builder.Build();
        _app.MapStoredMedia();
        await _app.StartAsync(CancellationToken.None);
        return _app.Services.GetRequiredService<IObjectStore>();
    }

    protected override async Task CloseAsync() => await _app.DisposeAsync();

    protected override Task<int> CountAsync() =>
        Task.FromResult(
            Directory
                .GetFiles(Folder, "*", SearchOption.AllDirectories)
                .Count(file => !file.Contains("incoming", StringComparison.Ordinal))
        );

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static async Task<HttpStatusCode> StatusAsync(string link)
    {
        using var answer = await GetAsync(new Uri(link));
        return answer.StatusCode;
    }

    private DiskStore Disk(MediaLinks links) => new(Options.Create(new StorageOptions { Folder = Folder }), links);

    private sealed class TurnableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
