using Polly.CircuitBreaker;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>
/// Exchanges with one provider. A read is repeated a few times; what may cost money is sent once and its outcome told for
/// what it is: taken, refused, not sent, or lost.
/// </summary>
internal sealed class ProviderApi(HttpClient http, ProviderCircuit circuit, TimeSpan giveUpAfter, TimeProvider time)
{
    private const int MostReads = 3;
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ForAFile = TimeSpan.FromMinutes(5);

    /// <summary>One request that may cost money, or that changes something: never repeated.</summary>
    public Task<ProviderAnswer> SendOnceAsync(HttpRequestMessage request, CancellationToken ct) =>
        GuardedAsync(request, WholeAsync, ct);

    /// <summary>A read: repeated while the provider is busy or in trouble, for a short while.</summary>
    /// <param name="request">Makes the request anew for each try.</param>
    public Task<ProviderAnswer> ReadAsync(Func<HttpRequestMessage> request, CancellationToken ct) =>
        ReadAsync(request, WholeAsync, ct);

    /// <summary>A read whose answer may be too long to be held, as one with a file in it.</summary>
    /// <param name="json">Takes out of the answer what is to be read as JSON; run anew for each try.</param>
    public async Task<ProviderAnswer> ReadAsync(
        Func<HttpRequestMessage> request,
        Func<Stream, CancellationToken, Task<byte[]>> json,
        CancellationToken ct
    )
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await GuardedAsync(request(), json, ct);
            if (tries == MostReads || Wait(answer, tries) is not { } wait)
            {
                return answer;
            }

            await Task.Delay(wait, time, ct);
        }
    }

    /// <summary>A file on the provider's own origin, which wants the key.</summary>
    /// <returns>The HTTP status, the file being there only with a good one, and where else it is said to be.</returns>
    /// <exception cref="IOException">It is too large, too slow, or broke off.</exception>
    public async Task<(int Status, Uri? Elsewhere)> DownloadAsync(
        HttpRequestMessage request,
        string target,
        long mostBytes,
        CancellationToken ct
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(ForAFile);
        try
        {
            return await ToFileAsync(request, target, mostBytes, limited.Token);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"The provider's file took longer than {ForAFile.TotalMinutes} minutes.", late);
        }
    }

    private async Task<(int Status, Uri? Elsewhere)> ToFileAsync(
        HttpRequestMessage request,
        string target,
        long mostBytes,
        CancellationToken ct
    )
    {
        using (request)
        using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct))
        {
            if (!response.IsSuccessStatusCode)
            {
                return ((int)response.StatusCode, response.Headers.Location);
            }

            await using var source = await response.Content.ReadAsStreamAsync(ct);
            await using var file = File.Create(target);
            var buffer = new byte[81920];
            long total = 0;
            for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; )
            {
                total += read;
                if (total > mostBytes)
                {
                    throw new IOException($"The provider's file is larger than {mostBytes} bytes.");
                }

                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return ((int)response.StatusCode, null);
        }
    }

    private async Task<ProviderAnswer> GuardedAsync(
        HttpRequestMessage request,
        Func<Stream, CancellationToken, Task<byte[]>> json,
        CancellationToken ct
    )
    {
        using (request)
        {
            try
            {
                return await circuit.Pipeline.ExecuteAsync(
                    async (message, token) => await ExchangeAsync(message, json, token),
                    request,
                    ct
                );
            }
            catch (BrokenCircuitException)
            {
                return new ProviderAnswer.NotSent("The provider failed often just now and is left alone for a moment.");
            }
        }
    }

    private async Task<ProviderAnswer> ExchangeAsync(
        HttpRequestMessage request,
        Func<Stream, CancellationToken, Task<byte[]>> json,
        CancellationToken ct
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(giveUpAfter);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limited.Token);
            await using var body = await response.Content.ReadAsStreamAsync(limited.Token);
            var bytes = await json(body, limited.Token);
            return new ProviderAnswer.Answered((int)response.StatusCode, JsonReading.Parse(bytes), response.Headers);
        }
        catch (HttpRequestException problem)
            when (problem.HttpRequestError
                    is HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError
            )
        {
            return new ProviderAnswer.NotSent("The provider cannot be reached.");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return new ProviderAnswer.Lost("The connection broke before the provider's answer was whole.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ProviderAnswer.Lost("The provider did not answer in time.");
        }
    }

    private static async Task<byte[]> WholeAsync(Stream source, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; )
        {
            if (bytes.Length + read > MostBytes)
            {
                throw new IOException("The provider's answer is too long.");
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static TimeSpan? Wait(ProviderAnswer answer, int tries)
    {
        var usual = TimeSpan.FromMilliseconds(250 * Math.Pow(2, tries - 1));
        return answer switch
        {
            ProviderAnswer.Lost or ProviderAnswer.NotSent => usual,
            ProviderAnswer.Answered { Status: 429 or (>= 500 and <= 599) } busy => busy.Headers.RetryAfter?.Delta
                is { } asked
                ? (asked <= LongestWait ? asked : null)
                : usual,
            _ => null,
        };
    }
}
