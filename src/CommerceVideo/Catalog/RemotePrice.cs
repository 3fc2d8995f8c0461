using System.Globalization;
using CommerceVideo.Platform;

namespace CommerceVideo.Catalog;

/// <summary>
/// From what Shopify says of a product's prices to the one that may be shown; pure. A price that is compared with is only
/// taken where it is known to hold for every variant: a wrong one is an untrue offer.
/// </summary>
internal static class RemotePrice
{
    public static ProductPrice? Of(PriceRangeNode? range, VariantPage? variants)
    {
        if (range is null || Amount(range.MinVariantPrice.Amount) is not { } lowest)
        {
            return null;
        }

        var differs = Amount(range.MaxVariantPrice.Amount) != lowest;
        var before = (variants?.Nodes ?? []).Select(static one => Amount(one.CompareAtPrice)).Distinct().ToArray();
        var comparable =
            !differs && variants is { PageInfo.HasNextPage: false } && before is [{ } same] && same > lowest;
        return new ProductPrice(
            new Money(lowest, range.MinVariantPrice.CurrencyCode),
            comparable ? before[0] : null,
            differs
        );
    }

    private static decimal? Amount(string? digits) =>
        decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
}

internal sealed record PriceRangeNode(PriceNode MinVariantPrice, PriceNode MaxVariantPrice);

internal sealed record PriceNode(string Amount, string CurrencyCode);

internal sealed record VariantPage(IReadOnlyList<VariantNode> Nodes, VariantPageEnd PageInfo);

internal sealed record VariantPageEnd(bool HasNextPage);

internal sealed record VariantNode(string? CompareAtPrice);
