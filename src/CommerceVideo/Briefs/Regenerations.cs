using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Briefs;

/// <summary>
/// A person wants a video again: the same Shots, made by the best model now, by one they name, or with a note of theirs. What
/// stands is kept until somebody approves the new one.
/// </summary>
internal sealed class Regenerations(AppDb db, BriefPlanning planning, WorkQueue queue, TimeProvider time)
{
    /// <summary>More than anybody asks of one video in the same moment.</summary>
    private const int MostTries = 10;

    /// <remarks>The same wish, asked for again while it is being made, is what is being made: a second click buys nothing.</remarks>
    public async Task<RegenerationOutcome> AskAsync(RegenerationWish wish, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryAsync(wish, ct);
            }
            catch (DbUpdateException problem)
                when (problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }
                    && tries < MostTries
                )
            {
                // Somebody else took this version's number in the same moment.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<RegenerationOutcome> TryAsync(RegenerationWish wish, CancellationToken ct)
    {
        var versions = await db
            .Briefs.Where(b => b.ProductId == wish.Product && b.Use == wish.Use && !b.Stale)
            .OrderBy(static b => b.Version)
            .ToListAsync(ct);
        if (versions is not [.., var latest])
        {
            return new RegenerationOutcome.NothingThere("This product has no video of this kind yet.");
        }

        var recipe = wish.Recipe is { } id
            ? await db.Recipes.SingleOrDefaultAsync(r => r.Id == id && r.ShopId == latest.ShopId, ct)
            : null;
        if (wish.Recipe is not null && recipe?.Use != wish.Use)
        {
            return new RegenerationOutcome.NothingThere("This shop has no such recipe for this kind of video.");
        }

        var (shots, problem) = await ShotsAsync(latest, recipe, ct);
        if (shots is null)
        {
            return new RegenerationOutcome.NothingThere(problem!);
        }

        var brief = Next(latest, wish, recipe, shots);
        if (IsUnderWay(latest, brief))
        {
            return new RegenerationOutcome.Asked(latest.Id, latest.Version);
        }

        db.Briefs.Add(brief);
        await queue.SaveAsync(db, [AnnounceBriefStep.For(brief)], ct);
        return new RegenerationOutcome.Asked(brief.Id, brief.Version);
    }

    private static bool IsUnderWay(PlannedBrief latest, PlannedBrief asked) =>
        latest is { State: BriefState.Generating, Version: > 1 }
        && (latest.WantedModel, latest.Note, latest.RecipeId, latest.Run)
            == (asked.WantedModel, asked.Note, asked.RecipeId, asked.Run)
        // Read and written again: the database keeps the same JSON in letters of its own.
        && ShotJson.Write(ShotJson.Read(latest.Shots)) == asked.Shots;

    /// <summary>The Shots as before, with the casting of today; what could not be planned before may be by now.</summary>
    private async Task<(IReadOnlyList<Shot>? Shots, string? Problem)> ShotsAsync(
        PlannedBrief latest,
        Recipe? recipe,
        CancellationToken ct
    )
    {
        var product = await db.Products.SingleAsync(p => p.Id == latest.ProductId, ct);
        var image = await db.SourceImages.SingleAsync(i => i.Id == latest.SourceImageId, ct);
        var kept = ShotJson.Read(recipe?.Shots ?? latest.Shots);
        if (kept.Count == 0)
        {
            return await planning.PlanAsync(latest.Use, product, image, ct) switch
            {
                BriefOutcome.Planned planned => (planned.Brief.Shots, null),
                BriefOutcome.NotPossible no => (null, no.Text),
                _ => throw new InvalidOperationException("A Brief is planned or not possible."),
            };
        }

        var shots = await planning.RecastAsync(latest.Use, kept, product, image, ct);
        return shots.Any(static shot => shot is { Start: ShotStart.References, Cast: not { HasPerson: true } })
            ? (null, "This video shows a house model, and the brand kit has none. Add one to the brand kit.")
            : (shots, null);
    }

    private PlannedBrief Next(PlannedBrief latest, RegenerationWish wish, Recipe? recipe, IReadOnlyList<Shot> shots) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = latest.ShopId,
            ProductId = latest.ProductId,
            SourceImageId = latest.SourceImageId,
            ContentHash = latest.ContentHash,
            Use = latest.Use,
            State = BriefState.Generating,
            Shots = ShotJson.Write(shots),
            RecipeId = recipe?.Id ?? latest.RecipeId,
            Version = latest.Version + 1,
            WantedModel = wish.Model,
            Note = string.IsNullOrWhiteSpace(wish.Note) ? recipe?.Note : wish.Note.Trim(),
            DeadlineAt = wish.DeadlineAt,
            Run = wish.Run,
            CreatedAt = time.GetUtcNow(),
        };
}

/// <param name="Model">A model or a provider; null for the best now.</param>
/// <param name="Note">What should be different, in a person's own words.</param>
/// <param name="Run">The bulk run it belongs to.</param>
/// <param name="Recipe">What to make it from; null for what the last version was made from.</param>
internal sealed record RegenerationWish(
    Guid Product,
    Use Use,
    string? Model = null,
    string? Note = null,
    DateTimeOffset? DeadlineAt = null,
    string? Run = null,
    Guid? Recipe = null
);

internal abstract record RegenerationOutcome
{
    private RegenerationOutcome() { }

    public sealed record Asked(Guid Brief, int Version) : RegenerationOutcome;

    public sealed record NothingThere(string Reason) : RegenerationOutcome;
}
