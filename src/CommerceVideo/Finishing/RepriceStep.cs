using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Channels;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Finishing;

/// <summary>
/// A product costs something else: files that name its price are encoded again from their kept Clips, by the kit that made
/// them, and take the place of the old ones. Nothing is generated, so nothing is bought and nobody has to look again.
/// </summary>
internal sealed class RepriceStep(
    AppDb db,
    BriefFilms films,
    FilmBrands brands,
    IEnumerable<IHears<RenditionsMade>> made,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "finishing.reprice";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var product = await db.Products.SingleAsync(p => p.Id == id && p.ShopId == run.Shop, ct);
        var briefs = await db
            .Briefs.Where(b => b.ProductId == id && !b.Stale && b.State != BriefState.Rejected)
            .ToListAsync(ct);
        if (product.DeletedAt is not null)
        {
            return WorkOutcome.Finished;
        }

        foreach (var brief in briefs)
        {
            await RepriceAsync(run, product, brief, ct);
        }

        // It may have read the price of before: looked at again once it is there.
        return briefs.Exists(static brief => brief.State == BriefState.Finishing)
            ? new WorkOutcome.Snooze(Soon)
            : WorkOutcome.Finished;
    }

    /// <summary>The old files stay, with the old price: told, because it is not true any more.</summary>
    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var priced = db.Renditions.Where(static one => one.ReplacedAt == null && one.Offer != null);
        var briefs = await db
            .Briefs.Where(b => b.ProductId == id && !b.Stale && priced.Any(one => one.BriefId == b.Id))
            .ToListAsync(ct);
        foreach (var brief in briefs)
        {
            brief.Warnings = [.. brief.Warnings, $"The price on the film could not be changed: {reason}"];
        }

        await db.SaveChangesAsync(ct);
    }

    private async Task RepriceAsync(WorkRun run, Product product, PlannedBrief brief, CancellationToken ct)
    {
        var due = await DueAsync(product, brief, ct);
        if (due.Count == 0)
        {
            return;
        }

        var attempts = await db.Attempts.Where(a => a.BriefId == brief.Id).ToListAsync(ct);
        var collected =
            CollectedClips.Of(new Brief(brief.Use, ShotJson.Read(brief.Shots)), attempts)
            ?? throw new InvalidOperationException("What has files has Clips.");
        using var folder = new ScratchFolder();
        var brand = await brands.AsMadeAsync(due[0].Kit!, product, folder, ct);
        var placements = due.Select(static one => Placements.Get(one.Placement)).ToList();
        if (
            await films.MakeAsync(brief, collected, placements, brand, folder, ct)
            is not FinishOutcome.Finished finished
        )
        {
            throw new InvalidOperationException("Files that were made once could not be made again.");
        }

        db.Renditions.AddRange(await films.KeepAsync(db, brief, collected, finished.Files, brand, ct));
        foreach (var old in due)
        {
            old.ReplacedAt = time.GetUtcNow();
        }

        await run.SaveAsync(db, ct, made.Causes(new RenditionsMade(brief.ShopId, brief.ProductId, brief.Id)));
    }

    /// <summary>All files of one Brief were made by one kit; those count whose price is another one now.</summary>
    private async Task<List<Rendition>> DueAsync(Product product, PlannedBrief brief, CancellationToken ct)
    {
        var files = await db
            .Renditions.Where(one =>
                one.BriefId == brief.Id && one.ReplacedAt == null && (one.KitVersion != null || one.KitVariant != null)
            )
            .ToListAsync(ct);
        var priced = files.Where(static one => Placements.Get(one.Placement).Words.Allowed.Value).ToList();
        if (priced.Count == 0)
        {
            return priced;
        }

        var now = await brands.OfferAsync(priced[0].Kit!, product, ct);
        return [.. priced.Where(one => !string.Equals(one.Offer, now, StringComparison.Ordinal))];
    }
}

internal sealed class RepriceOnPriceChanged : IHears<PriceChanged>
{
    public IEnumerable<WorkRequest> Hear(PriceChanged news) =>
        [new WorkRequest(RepriceStep.Kind, news.Product.ToString("N"), news.Shop, WorkLane.Heavy)];
}
