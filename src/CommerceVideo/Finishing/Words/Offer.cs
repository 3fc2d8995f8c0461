using CommerceVideo.Brands.Kits;
using CommerceVideo.Catalog;
using CommerceVideo.Platform;

namespace CommerceVideo.Finishing.Words;

/// <summary>What the product costs now, from the shop's own product data.</summary>
/// <param name="Before">The price it is compared with, struck through; null where the shop names none.</param>
/// <param name="Lowest">Variants differ in price, and this is the lowest: it is only shown with the brand's own word for “from”.</param>
public sealed record Offer(Money Price, Money? Before, bool Lowest = false)
{
    /// <summary>As it is kept of a file, so that one with another is found.</summary>
    public string Told => $"{(Lowest ? "from " : "")}{Price}{(Before is { } before ? $", before {before}" : "")}";

    /// <summary>What of a product's price stands on an end card; null for nothing. Pure.</summary>
    public static Offer? Of(ProductPrice? price, EndCard? card) =>
        price is null || card is not { Price: true } || IsUnsaid(price, card)
            ? null
            : new Offer(
                price.Lowest,
                price.Before is { } before ? new Money(before, price.Lowest.Currency) : null,
                price.Differs
            );

    /// <summary>The lowest of several prices, shown as if it were the only one, would be untrue.</summary>
    public static bool IsUnsaid(ProductPrice? price, EndCard? card) =>
        price is { Differs: true } && card is { Price: true, From: null };
}
