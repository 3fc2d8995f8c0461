using System.Net;
using System.Net.Sockets;

namespace CommerceVideo.Platform.Outbound;

/// <summary>
/// Downloads from addresses that came out of somebody else's answer: guarded at every redirect and at the moment of
/// connecting (a name may resolve to anything), limited in size and time, and never with a key of ours.
/// </summary>
internal sealed class ForeignFetch(bool allowLoopback, TimeSpan? giveUpAfter = null) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly TimeSpan _giveUpAfter = giveUpAfter ?? TimeSpan.FromMinutes(5);

    // The client's own limit ends with the headers; ours holds for the whole exchange.
    private readonly HttpClient _http = new(Handler(allowLoopback)) { Timeout = Timeout.InfiniteTimeSpan };

    /// <returns>Bytes written.</returns>
    /// <exception cref="ForeignFetchException">Refused, too large, too slow, or the other side says no.</exception>
    public Task<long> ToFileAsync(Uri address, string file, long mostBytes, CancellationToken ct) =>
        GuardAsync(limited => FetchAsync(address, file, mostBytes, limited), ct);

    /// <summary>Posts to an address that somebody's answer gave us, e.g. a staged upload; redirects are not followed.</summary>
    /// <exception cref="ForeignFetchException">The address is refused, or nothing came back in time.</exception>
    public Task<HttpResponseMessage> PostAsync(Uri address, HttpContent content, CancellationToken ct) =>
        ForeignAddress.Refusal(address, allowLoopback) is { } refusal
            ? throw new ForeignFetchException(refusal)
            : GuardAsync(limited => _http.PostAsync(address, content, limited), ct);

    public void Dispose() => _http.Dispose();

    private async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> exchange, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(_giveUpAfter);
        try
        {
            return await exchange(limited.Token);
        }
        catch (HttpRequestException problem) when (problem.InnerException is ForeignFetchException refusal)
        {
            throw new ForeignFetchException(refusal.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new ForeignFetchException($"The file's server took longer than {_giveUpAfter.TotalSeconds:0.#} s.");
        }
    }

    private async Task<long> FetchAsync(Uri address, string file, long mostBytes, CancellationToken ct)
    {
        using var response = await FollowAsync(address, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new ForeignFetchException(
                $"The file's server answered {(int)response.StatusCode}.",
                response.StatusCode
            );
        }

        if (response.Content.Headers.ContentLength > mostBytes)
        {
            throw new ForeignFetchException($"The file is larger than {mostBytes} bytes.");
        }

        await using var source = await response.Content.ReadAsStreamAsync(ct);
        await using var target = File.Create(file);
        return await CopyAsync(source, target, mostBytes, ct);
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken ct)
    {
        for (var step = 0; step <= MostRedirects; step++)
        {
            if (ForeignAddress.Refusal(address, allowLoopback) is { } refusal)
            {
                throw new ForeignFetchException(refusal);
            }

            var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or >= 400)
            {
                return response;
            }

            response.Dispose();
            address = new Uri(address, next);
        }

        throw new ForeignFetchException("The file's address redirects too often.");
    }

    private static async Task<long> CopyAsync(Stream source, FileStream target, long mostBytes, CancellationToken ct)
    {
        var buffer = new byte[81920];
        long total = 0;
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; )
        {
            total += read;
            if (total > mostBytes)
            {
                throw new ForeignFetchException($"The file is larger than {mostBytes} bytes.");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return total;
    }

    private static SocketsHttpHandler Handler(bool allowLoopback) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = async (context, ct) =>
            {
                var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
                var allowed = addresses.Where(a => ForeignAddress.MayConnect(a, allowLoopback)).ToArray();
                if (allowed.Length == 0)
                {
                    throw new ForeignFetchException("The file's server is not a public address.");
                }

                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
}
