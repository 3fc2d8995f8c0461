using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Drills;

/// <summary>
/// Finds the recipes that a model made or would make, each version of them, and routes each as if it had ended: for the
/// product that it was last filmed with, so that what was learned of such products counts.
/// </summary>
internal sealed class DrilledRecipes(AppDb db, DrilledRoutes routes)
{
    public async Task<IReadOnlyList<DrilledRecipe>> ReadAsync(
        string model,
        DateOnly ends,
        string? named,
        string? shop,
        CancellationToken ct
    )
    {
        var rows = await (
            from recipe in db.Recipes.AsNoTracking()
            join owner in db.Shops on recipe.ShopId equals owner.Id
            where owner.UninstalledAt == null && (shop == null || owner.Domain == shop)
            orderby owner.Domain, recipe.Name, recipe.Version
            select new { Recipe = recipe, owner.Domain }
        ).ToListAsync(ct);
        var newest = rows.GroupBy(static row => (row.Recipe.ShopId, row.Recipe.Name))
            .Select(static versions => versions.MaxBy(static row => row.Recipe.Version)!.Recipe.Id)
            .ToHashSet();
        var made = await MadeAsync(model, ct);
        var siblings = await SiblingsAsync([.. rows.Select(static row => row.Recipe.ShopId).Distinct()], ct);
        var drilled = new List<DrilledRecipe>();
        foreach (var (recipe, domain) in rows.Select(static row => (row.Recipe, row.Domain)))
        {
            var (used, sibling) = (made.Contains(recipe.Id), Sibling(recipe, siblings));
            if (await routes.ChangeAsync(Intent(recipe, sibling, used), model, ends, named, ct) is { } change)
            {
                drilled.Add(
                    new DrilledRecipe(
                        recipe.Id,
                        new RecipeOwner(recipe.ShopId, domain),
                        recipe.Name,
                        recipe.Version,
                        newest.Contains(recipe.Id),
                        used,
                        change
                    )
                    {
                        Beside = sibling is null ? null : new RecipeSibling(sibling.Brief, sibling.Product.Title),
                    }
                );
            }
        }

        return drilled;
    }

    /// <summary>The recipes that the model made a video from, or tried to.</summary>
    private async Task<HashSet<Guid>> MadeAsync(string model, CancellationToken ct) =>
        (
            await (
                from attempt in db.Attempts
                join brief in db.Briefs on attempt.BriefId equals brief.Id
                where attempt.Model == model && brief.RecipeId != null
                select brief.RecipeId!.Value
            )
                .Distinct()
                .ToListAsync(ct)
        ).ToHashSet();

    /// <summary>Of each shop and use the last living video, and the last one of each recipe.</summary>
    private async Task<IReadOnlyList<Filmed>> SiblingsAsync(Guid[] shops, CancellationToken ct)
    {
        var living =
            from brief in db.Briefs.AsNoTracking()
            join product in db.Products on brief.ProductId equals product.Id
            where
                shops.Contains(brief.ShopId)
                && !brief.Stale
                && brief.State != BriefState.NotPossible
                && product.DeletedAt == null
            select new { Brief = brief, Product = product };
        var last = await living
            .GroupBy(static row => new
            {
                row.Brief.ShopId,
                row.Brief.Use,
                row.Brief.RecipeId,
            })
            .Select(static same => same.OrderByDescending(row => row.Brief.Id).First())
            .ToListAsync(ct);
        return
        [
            .. last.OrderByDescending(static row => row.Brief.Id)
                .Select(static row => new Filmed(
                    row.Brief.Id,
                    row.Brief.ShopId,
                    row.Brief.Use,
                    row.Brief.RecipeId,
                    row.Product
                )),
        ];
    }

    private static Filmed? Sibling(Recipe recipe, IReadOnlyList<Filmed> all) =>
        all.FirstOrDefault(one => one.Recipe == recipe.Id)
        ?? all.FirstOrDefault(one => one.Shop == recipe.ShopId && one.Use == recipe.Use);

    private static DrilledIntent Intent(Recipe recipe, Filmed? sibling, bool used) =>
        new(recipe.ShopId, recipe.Use, recipe.Shots, Key: null, used)
        {
            ProductType = sibling?.Product.ProductType,
            Category = sibling is null ? "" : ProductCategory.Of(ProductCategory.FactsOf(sibling.Product)),
        };

    private sealed record Filmed(Guid Brief, Guid Shop, Use Use, Guid? Recipe, Product Product);
}
