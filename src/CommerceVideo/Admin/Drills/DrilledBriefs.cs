using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Drills;

/// <summary>Finds the living Briefs that a model made or would make, and routes each as if it had ended.</summary>
internal sealed class DrilledBriefs(AppDb db, DrilledRoutes routes)
{
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
        foreach (var (brief, product) in rows.Select(static row => (row.Brief, row.Product)))
        {
            var used = made.Contains(brief.Id);
            var intent = new DrilledIntent(brief.ShopId, brief.Use, brief.Shots, brief.Id.ToString("N"), used)
            {
                ProductType = product.ProductType,
                Category = ProductCategory.Of(ProductCategory.FactsOf(product)),
                Wanted = brief.WantedModel,
            };
            if (await routes.ChangeAsync(intent, model, ends, named, ct) is { } change)
            {
                drilled.Add(
                    new DrilledBrief(brief.Id, brief.ShopId, product.Title, used, change) { Recipe = brief.RecipeId }
                );
            }
        }

        return drilled;
    }
}
