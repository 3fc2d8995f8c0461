using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Operations;

/// <summary>Which models can be asked by name, now: for anything, or for all that a product's video is made of.</summary>
internal sealed class AbleModels(AppDb db, ModelStandings standings, TimeProvider time)
{
    /// <param name="shop">Whose own keys count beside the installation's; empty for the installation's alone.</param>
    /// <param name="product">Shopify's id of a product whose video of this use is asked for; null for anything.</param>
    public async Task<IReadOnlyList<UsableModel>> OfAsync(Guid shop, string? product, Use? use, CancellationToken ct)
    {
        var all = await standings.OfShopAsync(shop, "", ct);
        var shots = product is null || use is null ? [] : await ShotsAsync(product, use.Value, ct);
        return
        [
            .. all.Where(one => IsUsable(one) && CanMake(one, all, use ?? default, shots, time.GetUtcNow()))
                .Select(static one => new UsableModel(one.Model.Id, one.Model.Provider, one.Model.Name)),
        ];
    }

    /// <summary>Asked for by name, it is in the route of each Shot; pure.</summary>
    public static bool CanMake(
        ModelStanding one,
        IReadOnlyList<ModelStanding> all,
        Use use,
        IReadOnlyList<Shot> shots,
        DateTimeOffset at
    ) =>
        shots.All(shot =>
            RoutePlanner
                .Plan(new RouteRequest(shot, use, at, "") { Wanted = one.Model.Id }, all)
                .Chosen.Any(place => place.Model.Id == one.Model.Id)
        );

    private bool IsUsable(ModelStanding one) =>
        one is { Connected: true, Allowed: true, Gone: false }
        && one.Model.Dates.IsLaunched(time.GetUtcNow())
        && !one.Model.Dates.IsRetired(time.GetUtcNow());

    // A Shot that shows another one again is made by whoever made that one.
    private async Task<IReadOnlyList<Shot>> ShotsAsync(string product, Use use, CancellationToken ct)
    {
        var latest = await (
            from brief in db.Briefs.AsNoTracking()
            join owner in db.Products on brief.ProductId equals owner.Id
            where owner.Gid == product && brief.Use == use && !brief.Stale
            orderby brief.Version descending
            select brief.Shots
        ).FirstOrDefaultAsync(ct);
        return latest is null ? [] : [.. ShotJson.Read(latest).Where(static shot => shot.Reframes is null)];
    }
}
