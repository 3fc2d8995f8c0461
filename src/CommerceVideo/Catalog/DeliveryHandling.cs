using CommerceVideo.Webhooks;
using CommerceVideo.Webhooks.Payloads;

namespace CommerceVideo.Catalog;

/// <summary>A received webhook as the handling sees it.</summary>
internal sealed record ReceivedDelivery(long Id, string ShopDomain, string Topic, byte[] Body);

/// <summary>What a delivery leads to.</summary>
internal abstract record DeliveryDecision
{
    private DeliveryDecision() { }

    /// <summary>Read the product back from its shop.</summary>
    public sealed record Sync(string Gid) : DeliveryDecision;

    /// <summary>Nothing is to be done; the reason is kept.</summary>
    public sealed record Ignore(string Code, string Text) : DeliveryDecision;

    /// <summary>It cannot be handled; kept for a person.</summary>
    public sealed record Park(string Code, string Text) : DeliveryDecision;
}

/// <summary>From a delivery to what to do; pure. The body is only a hint: the product is read back whatever it says.</summary>
internal static class DeliveryHandling
{
    public static DeliveryDecision Decide(ReceivedDelivery delivery, bool shopKnown) =>
        !WebhookTopic.Subscribed.Contains(delivery.Topic)
            ? new DeliveryDecision.Ignore("topic_not_used", $"Nothing is done yet for {delivery.Topic}; it is kept.")
        : !shopKnown ? new DeliveryDecision.Park("unknown_shop", $"{delivery.ShopDomain} has not installed the app.")
        : ProductPayload.TryParse(delivery.Body) switch
        {
            ProductReading.Read read => new DeliveryDecision.Sync(read.Product.GlobalId),
            ProductReading.Unreadable refused => new DeliveryDecision.Park(refused.Code, refused.Text),
            _ => throw new InvalidOperationException("An unknown reading."),
        };
}
