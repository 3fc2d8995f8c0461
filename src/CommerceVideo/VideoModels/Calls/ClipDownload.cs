using System.Net.Sockets;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform.Outbound;

namespace CommerceVideo.VideoModels.Calls;

/// <summary>Brings a provider's file home at once, untouched: links die within hours, and carry no key of ours.</summary>
internal sealed class ClipDownload(ForeignFetch fetch, VideoProbe probe)
{
    /// <summary>A minute of 4K at the highest rate any provider delivers.</summary>
    public const long MostBytes = 1L << 30;

    public Task<CollectOutcome> FromAsync(Uri address, SentGeneration sent, string target, CancellationToken ct) =>
        KeptAsync(
            async draft =>
            {
                await fetch.ToFileAsync(address, draft, MostBytes, ct);
                return null;
            },
            sent,
            target,
            ct
        );

    /// <summary>A file on the provider's own origin, which wants the key; should it point elsewhere, nothing of ours goes there.</summary>
    /// <param name="request">With the key.</param>
    public Task<CollectOutcome> FromOriginAsync(
        ProviderApi api,
        HttpRequestMessage request,
        SentGeneration sent,
        string target,
        CancellationToken ct
    ) =>
        KeptAsync(
            async draft =>
            {
                var (status, elsewhere) = await api.DownloadAsync(request, draft, MostBytes, ct);
                if (status is >= 300 and <= 399 && elsewhere is { IsAbsoluteUri: true })
                {
                    await fetch.ToFileAsync(elsewhere, draft, MostBytes, ct);
                    return null;
                }

                return status is >= 200 and <= 299
                    ? null
                    : new CollectOutcome.NotNow($"The provider answered HTTP {status} when asked for the clip.");
            },
            sent,
            target,
            ct
        );

    /// <summary>A file that somebody brings by a way of his own: kept only when it is whole.</summary>
    /// <param name="fetched">Writes the file it is given; what it returns ends the matter.</param>
    public async Task<CollectOutcome> KeptAsync(
        Func<string, Task<CollectOutcome?>> fetched,
        SentGeneration sent,
        string target,
        CancellationToken ct
    )
    {
        var draft = $"{target}.{Guid.NewGuid():n}.part";
        try
        {
            if (await fetched(draft) is { } ended)
            {
                return ended;
            }

            File.Move(draft, target, overwrite: true);
        }
        catch (Exception problem) when (IsTheirs(problem))
        {
            return new CollectOutcome.NotNow($"The clip cannot be fetched: {problem.Message}");
        }
        finally
        {
            File.Delete(draft);
        }

        return await ReadAsync(sent, target, ct);
    }

    // A file that cannot be written here is no matter of the server.
    private static bool IsTheirs(Exception problem) =>
        problem
            is ForeignFetchException
                or HttpRequestException
                or HttpIOException
                or IOException { InnerException: SocketException or OperationCanceledException };

    /// <summary>What a file that was brought home is.</summary>
    public async Task<CollectOutcome> ReadAsync(SentGeneration sent, string target, CancellationToken ct) =>
        await probe.ReadAsync(target, ct) switch
        {
            VideoReading.Read { Facts: var facts } => new CollectOutcome.Collected(
                new Clip(
                    target,
                    facts.Picture.Shown.Width,
                    facts.Picture.Shown.Height,
                    facts.Timing.Fps,
                    facts.Timing.Seconds,
                    FirstFrameFocus.Of(sent.Request),
                    sent.Request.Order.Warnings
                )
            ),
            VideoReading.Unreadable unreadable => new CollectOutcome.Failed(
                FailureKind.Unknown,
                $"The provider's file cannot be read as a video: {unreadable.Reason}"
            ),
            _ => throw new InvalidOperationException("A file is read or it is not."),
        };
}
