using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Webhooks;

/// <summary>Checked deliveries waiting for the one writer. Bounded: when it is full the sender waits a moment, then is turned away.</summary>
internal sealed class DeliveryQueue(IOptions<WebhookOptions> options, TimeProvider time)
{
    private readonly Channel<PendingDelivery> _channel = Channel.CreateBounded<PendingDelivery>(
        new BoundedChannelOptions(options.Value.MaxWaiting) { SingleReader = true }
    );

    public ChannelReader<PendingDelivery> Reader => _channel.Reader;

    public void Close() => _channel.Writer.TryComplete();

    /// <summary>True once the writer is bound to settle the delivery; false when there was no room in time.</summary>
    public ValueTask<bool> TryAddAsync(PendingDelivery delivery) =>
        _channel.Writer.TryWrite(delivery) ? ValueTask.FromResult(true) : new(WaitForRoomAsync(delivery));

    private async Task<bool> WaitForRoomAsync(PendingDelivery delivery)
    {
        using var patience = new CancellationTokenSource(options.Value.WaitForRoom, time);
        try
        {
            await _channel.Writer.WriteAsync(delivery, patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }
}
