using System.Globalization;
using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Admin.Drills;

/// <summary>
/// Puts what a drill found to be made again, each as a new version on its successor beside what is there: a Brief with its
/// own Shots and note, a recipe with the recipe's. They belong to one run, whose cap holds; a drill that is repeated starts
/// nothing twice, and a recipe whose last video is replayed is not replayed a second time.
/// </summary>
internal sealed class Replays(AppDb db, WorkQueue work, TimeProvider time)
{
    public async Task<ReplaysStarted> StartAsync(DrillReport report, CancellationToken ct)
    {
        var run = string.Create(CultureInfo.InvariantCulture, $"drill-{report.Model}-{report.Ends:yyyy-MM-dd}");
        var (briefs, recipes) = (0, 0);
        foreach (var drilled in report.ReplayedBriefs)
        {
            var brief = await db.Briefs.AsNoTracking().SingleAsync(b => b.Id == drilled.Id, ct);
            var same = new Intent(brief.Shots, brief.Note, brief.RecipeId);
            briefs += await StartAsync(brief, same, drilled.Change.To!, run, ct) ? 1 : 0;
        }

        foreach (var drilled in report.ReplayedRecipes)
        {
            var brief = await db.Briefs.AsNoTracking().SingleAsync(b => b.Id == drilled.Beside!.Brief, ct);
            var recipe = await db.Recipes.AsNoTracking().SingleAsync(r => r.Id == drilled.Id, ct);
            var stored = new Intent(recipe.Shots, recipe.Note, recipe.Id);
            recipes += await StartAsync(brief, stored, drilled.Change.To!, run, ct) ? 1 : 0;
        }

        return new ReplaysStarted(briefs, recipes);
    }

    private async Task<bool> StartAsync(
        PlannedBrief beside,
        Intent intent,
        string successor,
        string run,
        CancellationToken ct
    )
    {
        var versions = await db
            .Briefs.Where(b =>
                b.ProductId == beside.ProductId && b.ContentHash == beside.ContentHash && b.Use == beside.Use
            )
            .Select(static b => new
            {
                b.Version,
                b.Run,
                b.RecipeId,
            })
            .ToListAsync(ct);
        if (versions.Exists(version => version.Run == run && version.RecipeId == intent.Recipe))
        {
            return false;
        }

        var again = new PlannedBrief
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = beside.ShopId,
            ProductId = beside.ProductId,
            SourceImageId = beside.SourceImageId,
            ContentHash = beside.ContentHash,
            Use = beside.Use,
            State = BriefState.Generating,
            Shots = intent.Shots,
            RecipeId = intent.Recipe,
            Version = versions.Max(static version => version.Version) + 1,
            WantedModel = successor,
            Note = intent.Note,
            Run = run,
            CreatedAt = time.GetUtcNow(),
        };
        db.Briefs.Add(again);
        await work.SaveAsync(db, [StartShotsStep.For(again.ShopId, again.Id)], ct);
        return true;
    }

    private sealed record Intent(string Shots, string? Note, Guid? Recipe);
}

/// <summary>How much was put to be made again; what was started before is not counted.</summary>
internal sealed record ReplaysStarted(int Briefs, int Recipes)
{
    public static ReplaysStarted None { get; } = new(0, 0);

    public int All => Briefs + Recipes;
}
