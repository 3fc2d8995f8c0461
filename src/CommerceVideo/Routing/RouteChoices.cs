using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Routing;

/// <summary>What a shop's choices come to for one product.</summary>
internal sealed record RouteWishes(string? ForType, string? ByShop, IReadOnlyList<string> NotWanted)
{
    public static RouteWishes None { get; } = new(null, null, []);
}

/// <summary>Loads a shop's choices.</summary>
internal sealed class RouteChoices(AppDb db)
{
    public async Task<RouteWishes> OfShopAsync(Guid shop, string? productType, CancellationToken ct)
    {
        var type = (productType ?? RouteChoice.WholeShop).ToLowerInvariant();
        var rows = await db
            .RouteChoices.AsNoTracking()
            .Where(choice =>
                choice.ShopId == shop && (choice.ProductType == type || choice.ProductType == RouteChoice.WholeShop)
            )
            .ToListAsync(ct);
        var own = rows.Find(choice => choice.ProductType == type && type != RouteChoice.WholeShop);
        var whole = rows.Find(static choice => choice.ProductType == RouteChoice.WholeShop);
        return new RouteWishes(
            own?.Wanted,
            whole?.Wanted,
            [.. (own?.NotWanted ?? []).Concat(whole?.NotWanted ?? []).Distinct(StringComparer.Ordinal)]
        );
    }
}
