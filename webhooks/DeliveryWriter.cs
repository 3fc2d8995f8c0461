using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CommerceVideo.Webhooks;

/// <summary>
/// The one writer of deliveries: commits whatever has gathered while the last commit was on its way. It settles every delivery
/// it was given, on the way down too, and none as committed before the commit was confirmed.
/// </summary>
internal sealed partial class DeliveryWriter : IHostedService, IAsyncDisposable
{
    private readonly DeliveryQueue _queue;
    private readonly WebhookOptions _limits;
    private readonly ILogger<DeliveryWriter> _logger;
    private readonly NpgsqlDataSource _source;
    private readonly CancellationTokenSource _outOfTime = new();
    private readonly List<PendingDelivery> _batch = [];
    private DeliveryInsert? _insert;
    private Task _writing = Task.CompletedTask;

    public DeliveryWriter(DeliveryQueue queue, IOptions<WebhookOptions> options, ILogger<DeliveryWriter> logger)
    {
        _queue = queue;
        _logger = logger;
        _limits = options.Value;
        _source = DeliveryConnection.Source(_limits);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteUntilClosedAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new and writes what waits; what is left when the host's patience ends is settled as not written.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Close();
        await using (cancellationToken.Register(_outOfTime.Cancel))
        {
            await _writing;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _outOfTime.CancelAsync();
        await _writing;
        await DropConnectionAsync();
        await _source.DisposeAsync();
        _outOfTime.Dispose();
    }

    private async Task WriteUntilClosedAsync()
    {
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            Gather();
            await WriteAsync(_batch, mayTryAgain: true);
        }
    }

    private void Gather()
    {
        _batch.Clear();
        var bytes = 0L;
        while (
            _batch.Count < _limits.MaxBatchRows
            && bytes < _limits.MaxBatchBytes
            && _queue.Reader.TryRead(out var delivery)
        )
        {
            _batch.Add(delivery);
            bytes += delivery.Body.Length;
        }
    }

    private async Task WriteAsync(IReadOnlyList<PendingDelivery> deliveries, bool mayTryAgain)
    {
        try
        {
            _insert ??= await DeliveryInsert.OpenAsync(_source, _outOfTime.Token);
            await _insert.WriteAsync(deliveries, _outOfTime.Token);
        }
        catch (Exception failure)
        {
            await DropConnectionAsync();
            await AnswerAsync(failure, deliveries, mayTryAgain);
            return;
        }

        Settle(deliveries, DeliveryOutcome.Committed);
    }

    private async Task AnswerAsync(Exception failure, IReadOnlyList<PendingDelivery> deliveries, bool mayTryAgain)
    {
        switch (BatchFailures.Of(failure))
        {
            case BatchFailure.TryAgain when mayTryAgain:
                await WriteAsync(deliveries, mayTryAgain: false);
                break;
            case BatchFailure.Isolate when deliveries.Count > 1:
                Log.Isolating(_logger, deliveries.Count, failure);
                foreach (var delivery in deliveries)
                {
                    await WriteAsync([delivery], mayTryAgain);
                }

                break;
            case BatchFailure.Isolate:
                Log.Refused(_logger, deliveries[0].Headers.ShopDomain, deliveries[0].Headers.WebhookId, failure);
                Settle(deliveries, DeliveryOutcome.Refused);
                break;
            default:
                Log.NotWritten(_logger, deliveries.Count, failure);
                Settle(deliveries, DeliveryOutcome.Unavailable);
                break;
        }
    }

    private static void Settle(IReadOnlyList<PendingDelivery> deliveries, DeliveryOutcome outcome)
    {
        foreach (var delivery in deliveries)
        {
            delivery.Settle(outcome);
        }
    }

    private async Task DropConnectionAsync()
    {
        if (_insert is { } old)
        {
            _insert = null;
            await old.DisposeAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} deliveries not written; Shopify is asked to send them again")]
        public static partial void NotWritten(ILogger logger, int count, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "One of {Count} deliveries cannot be written; writing them one by one")]
        public static partial void Isolating(ILogger logger, int count, Exception failure);

        [LoggerMessage(3, LogLevel.Error, "Delivery {WebhookId} of {Shop} is refused by the database")]
        public static partial void Refused(ILogger logger, string shop, string webhookId, Exception failure);
    }
}
