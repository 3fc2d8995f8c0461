using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Briefs;

/// <summary>
/// A person wants a video again: the same Shots, made by the best model now, by one they name, or with a note of theirs. What
/// stands is kept until somebody approves the new one.
/// </summary>
internal sealed class Regenerations(AppDb db, WorkQueue queue, TimeProvider time)
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

        if (latest.State == BriefState.NotPossible)
        {
            return new RegenerationOutcome.NothingThere(latest.ReasonText ?? "This picture cannot be used for it.");
        }

        var recipe = wish.Recipe is { } id
            ? await db.Recipes.SingleOrDefaultAsync(r => r.Id == id && r.ShopId == latest.ShopId, ct)
            : null;
        if (wish.Recipe is not null && recipe?.Use != wish.Use)
        {
            return new RegenerationOutcome.NothingThere("This shop has no such recipe for this kind of video.");
        }

        var brief = Next(latest, wish, recipe);
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
            == (asked.WantedModel, asked.Note, asked.RecipeId, asked.Run);

    private PlannedBrief Next(PlannedBrief latest, RegenerationWish wish, Recipe? recipe) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = latest.ShopId,
            ProductId = latest.ProductId,
            SourceImageId = latest.SourceImageId,
            ContentHash = latest.ContentHash,
            Use = latest.Use,
            State = BriefState.Generating,
            Shots = recipe?.Shots ?? latest.Shots,
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
