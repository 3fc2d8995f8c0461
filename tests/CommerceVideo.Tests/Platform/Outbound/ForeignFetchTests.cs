using System.Net;
using System.Net.Sockets;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Outbound;

namespace CommerceVideo.Tests.Platform.Outbound;

public sealed class ForeignFetchTests : IAsyncLifetime, IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly ForeignFetch _fetch = new(allowLoopback: true);
    private FileServer _server = null!;

    public async Task InitializeAsync() => _server = await FileServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _fetch.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/file")]
    [InlineData("/to?address=/file")]
    [InlineData("/to?address=/to?address=/file")]
    public async Task A_file_is_fetched_over_its_redirects(string path)
    {
        Assert.Equal(1000, await FetchAsync(path));
        Assert.Equal(1000, new FileInfo(_folder.File("got")).Length);
    }

    [Fact]
    public async Task Nothing_of_ours_and_no_cookie_goes_along()
    {
        await FetchAsync("/to?address=/file");

        Assert.Equal(2, _server.Seen.Count);
        Assert.All(
            _server.Seen,
            static request =>
            {
                Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Authorization", request, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Referer", request, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Theory]
    [InlineData("http://example.com/a.jpg", "Only https")]
    [InlineData("http://10.0.0.1/a.jpg", "Only https")]
    [InlineData("file:///etc/passwd", "Only https")]
    [InlineData("https://10.0.0.1/a.jpg", "not a public address")]
    [InlineData("https://169.254.169.254/latest/meta-data", "not a public address")]
    [InlineData("https://[fd00:ec2::254]/latest", "not a public address")]
    [InlineData("https://user:word@example.com/", "user name")]
    public async Task A_redirect_is_judged_like_the_first_address(string target, string because)
    {
        var refused = await Assert.ThrowsAsync<ForeignFetchException>(() =>
            FetchAsync($"/to?address={Uri.EscapeDataString(target)}")
        );

        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await Assert.ThrowsAsync<ForeignFetchException>(() => FetchAsync("/round"));

        Assert.InRange(_server.Seen.Count, 2, 6);
    }

    [Theory]
    [InlineData("/file", 999)]
    [InlineData("/endless", 5000)]
    public async Task Too_large_is_refused_whether_the_size_was_told_or_not(string path, long most)
    {
        var refused = await Assert.ThrowsAsync<ForeignFetchException>(() => FetchAsync(path, most));

        Assert.Contains($"larger than {most} bytes", refused.Message, StringComparison.Ordinal);
        Assert.True(!File.Exists(_folder.File("got")) || new FileInfo(_folder.File("got")).Length <= most);
    }

    [Fact]
    public async Task A_file_of_just_the_size_is_fetched() => Assert.Equal(1000, await FetchAsync("/file", 1000));

    [Fact]
    public async Task What_the_server_answered_is_told()
    {
        var refused = await Assert.ThrowsAsync<ForeignFetchException>(() => FetchAsync("/missing"));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Theory]
    [InlineData("/silent")]
    [InlineData("/stuck")]
    public async Task A_server_that_stalls_is_given_up_before_or_after_its_headers(string path)
    {
        using var impatient = new ForeignFetch(allowLoopback: true, TimeSpan.FromMilliseconds(300));
        var fetching = impatient.ToFileAsync(_server.At(path), _folder.File("got"), 5000, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ForeignFetchException>(() =>
            fetching.WaitAsync(TimeSpan.FromMinutes(1))
        );

        Assert.Contains("longer than 0.3 s", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_of_ours_is_a_stop_and_no_fault_of_the_server()
    {
        using var stop = new CancellationTokenSource();

        var fetching = _fetch.ToFileAsync(_server.At("/silent"), _folder.File("got"), 5000, stop.Token);
        await Support.Poll.UntilAsync(() => _server.Seen.Count > 0);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_never_connected_to()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var strict = new ForeignFetch(allowLoopback: false);
        var address = new Uri($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

        await Assert.ThrowsAsync<ForeignFetchException>(() =>
            strict.ToFileAsync(address, _folder.File("got"), 10, CancellationToken.None)
        );
        using var content = new StringContent("bytes");
        await Assert.ThrowsAsync<ForeignFetchException>(() =>
            strict.PostAsync(address, content, CancellationToken.None)
        );

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task An_upload_is_not_sent_on_to_where_a_redirect_points()
    {
        using var content = new StringContent("bytes");

        using var answer = await _fetch.PostAsync(_server.At("/away"), content, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Single(_server.Seen);
    }

    private Task<long> FetchAsync(string path, long most = 10_000) =>
        _fetch.ToFileAsync(_server.At(path), _folder.File("got"), most, CancellationToken.None);
}
