namespace CommerceVideo.Webhooks;

/// <summary>What became of a delivery. Only <see cref="Committed"/> may be acknowledged.</summary>
internal enum DeliveryOutcome
{
    Committed,

    /// <summary>The database did not confirm it in time; Shopify is to send it again.</summary>
    Unavailable,

    /// <summary>The database refuses this very row.</summary>
    Refused,
}
