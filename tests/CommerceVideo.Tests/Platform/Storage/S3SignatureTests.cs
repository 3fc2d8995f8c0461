using System.Net;
using Amazon.S3;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Tests.Support;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Platform.Storage;

/// <summary>Against a server that checks what is signed.</summary>
public sealed class S3SignatureTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cv-s3-");

    private S3Server _server = null!;

    public async Task InitializeAsync() =>
        _server = await S3Server.CheckingSignaturesAsync(Path.Combine(_folder.FullName, "server"));

    public Task DisposeAsync()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(20 * 1024 * 1024)]
    public async Task A_signed_upload_is_taken_and_its_link_opens_it(long length)
    {
        using var store = Store("S3RVER");

        var stored = await store.PutAsync(new PatternStream(length, 1), "video/mp4", CancellationToken.None);

        using var answer = await GetAsync(store.LinkTo(stored.Key, TimeSpan.FromMinutes(5)).AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(length, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_link_that_was_changed_is_refused()
    {
        using var store = Store("S3RVER");
        var stored = await store.PutAsync(new PatternStream(10, 1), "video/mp4", CancellationToken.None);
        var other = await store.PutAsync(new PatternStream(10, 2), "video/mp4", CancellationToken.None);
        var link = store.LinkTo(stored.Key, TimeSpan.FromMinutes(5)).AbsoluteUri;

        using var otherFile = await GetAsync(link.Replace(stored.Key, other.Key, StringComparison.Ordinal));
        using var longer = await GetAsync(link.Replace("X-Amz-Expires=", "X-Amz-Expires=1", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (otherFile.StatusCode, longer.StatusCode));
    }

    [Fact]
    public async Task A_link_opens_until_it_has_ended_and_no_longer()
    {
        using var store = Store("S3RVER");
        var stored = await store.PutAsync(new PatternStream(10, 1), "video/mp4", CancellationToken.None);
        var link = store.LinkTo(stored.Key, TimeSpan.FromSeconds(2)).AbsoluteUri;

        using var inTime = await GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);

        await Poll.UntilAsync(async () =>
        {
            using var late = await GetAsync(link);
            return late.StatusCode == HttpStatusCode.Forbidden;
        });
    }

    [Fact]
    public async Task A_store_with_a_wrong_secret_can_neither_write_nor_read()
    {
        using var right = Store("S3RVER");
        using var wrong = Store("wrong");
        var stored = await right.PutAsync(new PatternStream(10, 1), "video/mp4", CancellationToken.None);

        using var link = await GetAsync(wrong.LinkTo(stored.Key, TimeSpan.FromMinutes(5)).AbsoluteUri);

        Assert.Equal(HttpStatusCode.Forbidden, link.StatusCode);
        await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            wrong.PutAsync(new PatternStream(10, 2), "video/mp4", CancellationToken.None)
        );
    }

    private static async Task<HttpResponseMessage> GetAsync(string link)
    {
        using var client = new HttpClient();
        return await client.GetAsync(new Uri(link));
    }

    private S3Store Store(string secret) =>
        new(
            Options.Create(
                new StorageOptions
                {
                    Folder = Path.Combine(_folder.FullName, "storage"),
                    S3 = new S3Options
                    {
                        Bucket = "media",
                        Address = _server.Address,
                        AccessKey = "S3RVER",
                        SecretKey = secret,
                    },
                }
            )
        );
}
