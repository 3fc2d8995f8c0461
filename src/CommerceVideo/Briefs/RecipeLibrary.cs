using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Briefs;

/// <summary>A shop's recipes: kept from a video that turned out well, or taken in from a file.</summary>
internal sealed class RecipeLibrary(AppDb db, TimeProvider time)
{
    /// <returns>The newest version of each, by name.</returns>
    public async Task<IReadOnlyList<Recipe>> ListAsync(Guid shop, CancellationToken ct)
    {
        var all = await db.Recipes.AsNoTracking().Where(recipe => recipe.ShopId == shop).ToListAsync(ct);
        return
        [
            .. all.GroupBy(static recipe => recipe.Name, StringComparer.Ordinal)
                .OrderBy(static versions => versions.Key, StringComparer.Ordinal)
                .Select(static versions => versions.MaxBy(static recipe => recipe.Version)!),
        ];
    }

    public Task<Recipe?> FindAsync(Guid shop, Guid id, CancellationToken ct) =>
        db.Recipes.AsNoTracking().SingleOrDefaultAsync(recipe => recipe.Id == id && recipe.ShopId == shop, ct);

    /// <summary>Keeps what a video was made from under a name; a name that is taken gets its next version.</summary>
    /// <returns>Null when there is no such video.</returns>
    public async Task<Recipe?> KeepAsync(Guid shop, Guid brief, string name, CancellationToken ct)
    {
        var source = await db.Briefs.SingleOrDefaultAsync(b => b.Id == brief && b.ShopId == shop, ct);
        return source is null
            ? null
            : await AddAsync(
                shop,
                new RecipeFile(RecipeFile.CurrentSchema, name, source.Use, source.Note, ShotJson.Read(source.Shots)),
                ct
            );
    }

    /// <param name="file">Without a <see cref="RecipeFile.Problem"/>.</param>
    public async Task<Recipe> AddAsync(Guid shop, RecipeFile file, CancellationToken ct)
    {
        var name = file.Name.Trim();
        var last = await db
            .Recipes.Where(recipe => recipe.ShopId == shop && recipe.Name == name)
            .MaxAsync(static recipe => (int?)recipe.Version, ct);
        var now = time.GetUtcNow();
        var recipe = new Recipe
        {
            Id = Guid.CreateVersion7(now),
            ShopId = shop,
            Name = name,
            Version = (last ?? 0) + 1,
            Use = file.Use,
            Shots = ShotJson.Write(CastShots.Without(file.Shots)),
            Note = file.Note,
            CreatedAt = now,
        };
        db.Recipes.Add(recipe);
        await db.SaveChangesAsync(ct);
        return recipe;
    }
}
