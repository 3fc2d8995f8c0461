using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using CommerceVideo.Platform.Storage;

namespace CommerceVideo.Tests.Platform.Storage;

/// <summary>What every store keeps to, so that one can take another's place.</summary>
public abstract class ObjectStoreContract : IAsyncLifetime
{
    /// <summary>More than two parts of an upload in parts, and a bit.</summary>
    private const long Large = 2 * 8 * 1024 * 1024 + 12_345;

    private const string NeverKept = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.mp4";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cv-store-");

    private IObjectStore _store = null!;

    protected string Folder => Path.Combine(_folder.FullName, "storage");

    internal IObjectStore Store => _store;

    public async Task InitializeAsync() => _store = await OpenAsync();

    public async Task DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(128 * 1024 + 1)]
    [InlineData(8 * 1024 * 1024)]
    [InlineData(Large)]
    public async Task What_is_put_comes_back_byte_for_byte_under_the_name_of_its_content(long length)
    {
        var sent = new PatternStream(length, 1);

        var stored = await _store.PutAsync(sent, "video/mp4", CancellationToken.None);

        var expected = Convert.ToHexStringLower(await SHA256.HashDataAsync(new PatternStream(length, 1)));
        Assert.Equal(new StoredObject($"{expected}.mp4", expected, length), stored);
        await using var back = await _store.OpenReadAsync(stored.Key, CancellationToken.None);
        Assert.Equal(expected, Convert.ToHexStringLower(await SHA256.HashDataAsync(back)));
        Assert.InRange(sent.LargestRead, 1, 1024 * 1024);
        Assert.Empty(Incoming());
    }

    [Theory]
    [InlineData(700)]
    [InlineData(Large)]
    public async Task A_fetched_file_is_the_stored_one(long length)
    {
        var stored = await PutAsync(length, 2);
        var path = Path.Combine(_folder.FullName, "fetched.mp4");

        await _store.FetchToFileAsync(stored.Key, path, CancellationToken.None);

        await using var file = File.OpenRead(path);
        Assert.Equal(stored.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(file)));
        Assert.Empty(Incoming());
    }

    [Fact]
    public async Task A_fetch_does_not_write_over_a_file_that_is_there()
    {
        var stored = await PutAsync(10, 3);
        var path = Path.Combine(_folder.FullName, "mine.mp4");
        await File.WriteAllTextAsync(path, "mine");

        await Assert.ThrowsAsync<IOException>(() => _store.FetchToFileAsync(stored.Key, path, CancellationToken.None));

        Assert.Equal("mine", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task The_same_content_put_twice_and_at_once_is_kept_once()
    {
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PutAsync(300_000, 4))));

        Assert.Single(stored.Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task The_type_is_part_of_the_name_and_an_unknown_one_is_plain_bytes()
    {
        var types = new[] { "image/jpeg", "image/png", "image/webp", "video/mp4", "application/x-moon" };

        var keys = new List<string>();
        foreach (var type in types)
        {
            keys.Add((await _store.PutAsync(new PatternStream(5, 5), type, CancellationToken.None)).Key);
        }

        Assert.Equal([".jpg", ".png", ".webp", ".mp4", ".bin"], keys.Select(Path.GetExtension));
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(Large)]
    public async Task A_sender_that_breaks_off_leaves_nothing(long length)
    {
        var broken = new PatternStream(length, 6, failAt: length / 2);

        await Assert.ThrowsAsync<IOException>(() => _store.PutAsync(broken, "video/mp4", CancellationToken.None));

        Assert.Equal(0, await CountAsync());
        Assert.Empty(Incoming());
    }

    [Fact]
    public async Task A_put_that_is_called_off_leaves_nothing()
    {
        using var off = new CancellationTokenSource();
        await off.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _store.PutAsync(new PatternStream(Large, 7), "video/mp4", off.Token)
        );

        Assert.Equal(0, await CountAsync());
        Assert.Empty(Incoming());
    }

    [Theory]
    [InlineData(NeverKept)]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.mp4")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.mp4\n")]
    public async Task What_is_not_kept_is_not_there_and_can_be_deleted_in_peace(string key)
    {
        var path = Path.Combine(_folder.FullName, "nothing");

        await Assert.ThrowsAsync<FileNotFoundException>(() => _store.OpenReadAsync(key, CancellationToken.None));
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            _store.FetchToFileAsync(key, path, CancellationToken.None)
        );
        Assert.False(await _store.ExistsAsync(key, CancellationToken.None));
        await _store.DeleteAsync(key, CancellationToken.None);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_may_come_again()
    {
        var stored = await PutAsync(100, 8);
        Assert.True(await _store.ExistsAsync(stored.Key, CancellationToken.None));

        await _store.DeleteAsync(stored.Key, CancellationToken.None);
        Assert.False(await _store.ExistsAsync(stored.Key, CancellationToken.None));

        Assert.Equal(stored, await PutAsync(100, 8));
        Assert.True(await _store.ExistsAsync(stored.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_link_gives_the_file_with_its_type_and_length()
    {
        var stored = await PutAsync(70_000, 9);

        using var answer = await GetAsync(_store.LinkTo(stored.Key, TimeSpan.FromMinutes(5)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("video/mp4", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(stored.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task A_link_gives_the_part_that_is_asked_for()
    {
        var stored = await PutAsync(70_000, 9);
        using var request = new HttpRequestMessage(HttpMethod.Get, _store.LinkTo(stored.Key, TimeSpan.FromMinutes(5)));
        request.Headers.Range = new RangeHeaderValue(60_000, 60_999);

        using var client = new HttpClient();
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(60_000, 60_999, 70_000), answer.Content.Headers.ContentRange);
        Assert.Equal(1000, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(8 * 24 * 60)]
    public void A_link_lives_up_to_seven_days(int minutes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _store.LinkTo(NeverKept, TimeSpan.FromMinutes(minutes)));

    /// <summary>The store, empty, with its files in or beside <see cref="Folder"/>.</summary>
    internal abstract Task<IObjectStore> OpenAsync();

    protected abstract Task CloseAsync();

    protected abstract Task<int> CountAsync();

    protected static async Task<HttpResponseMessage> GetAsync(Uri link)
    {
        using var client = new HttpClient();
        return await client.GetAsync(link);
    }

    protected Task<StoredObject> PutAsync(long length, byte seed) =>
        _store.PutAsync(new PatternStream(length, seed), "video/mp4", CancellationToken.None);

    private string[] Incoming() => Directory.GetFiles(Path.Combine(Folder, "incoming"));
}
