using CommerceVideo.Platform;

namespace CommerceVideo.Finishing.Words;

/// <summary>What the product costs now, from the shop's own product data.</summary>
/// <param name="Before">The price it is compared with, struck through; null where the shop names none.</param>
public sealed record Offer(Money Price, Money? Before);
