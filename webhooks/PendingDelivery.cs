namespace CommerceVideo.Webhooks;

/// <summary>A checked delivery on its way into the database. Its body stays valid until <see cref="Outcome"/> is known.</summary>
internal sealed class PendingDelivery(WebhookHeaders headers, ReadOnlyMemory<byte> body, DateTime receivedAt)
{
    private readonly TaskCompletionSource<DeliveryOutcome> _outcome = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public WebhookHeaders Headers => headers;

    public ReadOnlyMemory<byte> Body => body;

    public DateTime ReceivedAt => receivedAt;

    public (string Shop, string Id) Key => (headers.ShopDomain, headers.WebhookId);

    public Task<DeliveryOutcome> Outcome => _outcome.Task;

    public void Settle(DeliveryOutcome value) => _outcome.TrySetResult(value);
}
