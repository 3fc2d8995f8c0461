using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Briefs;

/// <summary>
/// A person wants a video again: the same Shots, made by the best model now, by one they name, or with a note of theirs. What
/// stands is kept until somebody approves the new one.
/// </summary>
internal sealed class Regenerations(AppDb db, WorkQueue queue, TimeProvider time)
{
    public async Task<RegenerationOutcome> AskAsync(RegenerationWish wish, CancellationToken ct)
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
        db.Briefs.Add(brief);
        await queue.SaveAsync(db, [AnnounceBriefStep.For(brief)], ct);
        return new RegenerationOutcome.Asked(brief.Id, brief.Version);
    }

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
