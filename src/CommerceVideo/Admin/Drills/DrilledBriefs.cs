using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;
using CommerceVideo.Shops;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Drills;

/// <summary>Finds the living Briefs that a model made or would make, and routes each as if it had ended.</summary>
internal sealed class DrilledBriefs(AppDb db, ModelStandings standings, RouteChoices choices)
{
    private readonly Dictionary<(Guid Shop, string Category), IReadOnlyList<ModelStanding>> _known = [];

    public async Task<IReadOnlyList<DrilledBrief>> ReadAsync(
        string model,
        DateOnly ends,
        string? named,
        string? shop,
        CancellationToken ct
    )
    {
        var rows = await (
            from brief in db.Briefs.AsNoTracking()
            join product in db.Products on brief.ProductId equals product.Id
            join owner in db.Shops on brief.ShopId equals owner.Id
            where
                !brief.Stale
                && brief.State != BriefState.NotPossible
                && brief.State != BriefState.Rejected
                && product.DeletedAt == null
                && owner.UninstalledAt == null
                && (shop == null || owner.Domain == shop)
            orderby brief.ShopId, brief.Id
            select new { Brief = brief, Product = product }
        ).ToListAsync(ct);
        var made = (
            await db.Attempts.Where(a => a.Model == model).Select(static a => a.BriefId).Distinct().ToListAsync(ct)
        ).ToHashSet();
        var drilled = new List<DrilledBrief>();
        foreach (var row in rows)
        {
            var used = made.Contains(row.Brief.Id);
            if (await ChangeAsync(row.Brief, row.Product, model, ends, named, used, ct) is { } change)
            {
                drilled.Add(new DrilledBrief(row.Brief.Id, row.Brief.ShopId, row.Product.Title, used, change));
            }
        }

        return drilled;
    }

    private async Task<RouteChange?> ChangeAsync(
        PlannedBrief brief,
        Product product,
        string model,
        DateOnly ends,
        string? named,
        bool used,
        CancellationToken ct
    )
    {
        var category = ProductCategory.Of(ProductCategory.FactsOf(product));
        var wishes = await choices.OfShopAsync(brief.ShopId, product.ProductType, ct);
        var models = NamedModels.Of(await OfShopAsync(brief.ShopId, category, ct), named);
        var shots = ShotJson.Read(brief.Shots).Where(static shot => shot.Reframes is null).ToArray();
        return Drill.Of(models, model, ends, brief.Use, shots, Ask);

        // Before, what was made with it is made with it again; after, nobody asks for what is gone.
        RouteRequest Ask(Shot shot, DateTimeOffset at)
        {
            var gone = DateOnly.FromDateTime(at.UtcDateTime) >= ends;
            return new RouteRequest(shot, brief.Use, at, category)
            {
                Key = brief.Id.ToString("N"),
                Wanted =
                    used && !gone ? model
                    : gone && brief.WantedModel == model ? null
                    : brief.WantedModel,
                WantedForType = wishes.ForType,
                WantedByShop = wishes.ByShop,
                NotWanted = wishes.NotWanted,
            };
        }
    }

    private async Task<IReadOnlyList<ModelStanding>> OfShopAsync(Guid shop, string category, CancellationToken ct)
    {
        if (!_known.TryGetValue((shop, category), out var models))
        {
            models = await standings.OfShopAsync(shop, category, ct);
            _known[(shop, category)] = models;
        }

        return models;
    }
}
