using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Register;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Finishing;

/// <summary>Once every Shot of a Brief that is filmed has its Clip: cuts, encodes and checks the files of its placements, and keeps them.</summary>
internal sealed class FinishBriefStep(
    AppDb db,
    BriefFilms films,
    FilmBrands brands,
    IEnumerable<IHears<RenditionsMade>> made,
    ModelRegister register
) : IWorkStep
{
    public const string Kind = "finishing.brief";

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var brief = await LoadAsync(run, ct);
        var product = await db.Products.SingleAsync(p => p.Id == brief.ProductId, ct);
        if (
            brief.Stale
            || product.DeletedAt is not null
            || brief.State is not (BriefState.Generating or BriefState.Finishing)
        )
        {
            return WorkOutcome.Finished;
        }

        var planned = new Brief(brief.Use, ShotJson.Read(brief.Shots));
        var attempts = await db.Attempts.Where(a => a.BriefId == brief.Id).ToListAsync(ct);
        if (CollectedClips.Of(planned, attempts) is not { } collected)
        {
            return WorkOutcome.Finished;
        }

        brief.State = BriefState.Finishing;
        await run.SaveAsync(db, ct);
        // Read after the state is seen: whoever changes the price later finds this Brief and waits for it.
        await db.Entry(product).ReloadAsync(ct);
        using var folder = new ScratchFolder();
        var brand = await brands.OfAsync(product, folder, ct);
        switch (await films.MakeAsync(brief, collected, UsePlacements.Of(brief.Use), brand, folder, ct))
        {
            case FinishOutcome.Finished finished:
                KeptColour.Keep(collected, finished.Colours);
                await KeepAsync(run, brief, finished, brand, collected, ct);
                return WorkOutcome.Finished;
            case FinishOutcome.RulesBroken broken:
                brief.Park("placement_rules", broken.Told);
                break;
            case FinishOutcome.ClipUnusable unusable:
                brief.Park("clip_unusable", $"The clip cannot be used: {unusable.Reason}");
                break;
        }

        await run.SaveAsync(db, ct);
        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var brief = await LoadAsync(run, ct);
        brief.Park("not_finished", reason);
        await db.SaveChangesAsync(ct);
    }

    private async Task KeepAsync(
        WorkRun run,
        PlannedBrief brief,
        FinishOutcome.Finished finished,
        FilmBrand brand,
        IReadOnlyList<Attempt> shown,
        CancellationToken ct
    )
    {
        var known = await db
            .Renditions.Where(r => r.BriefId == brief.Id && r.ReplacedAt == null)
            .Select(static r => r.Placement)
            .ToListAsync(ct);
        var rows = await films.KeepAsync(db, brief, shown, finished.Files, brand, ct);
        db.Renditions.AddRange(rows.Where(row => !known.Contains(row.Placement)));
        brief.Warnings = [.. brief.Warnings.Concat(brand.Warnings).Concat(finished.Warnings).Distinct()];
        brief.State = Next(
            brief,
            invented: !shown.All(attempt => register.Find(attempt.Model) is { TrueToPhoto: true })
        );
        await run.SaveAsync(db, ct, made.Causes(new RenditionsMade(brief.ShopId, brief.ProductId, brief.Id)));
    }

    /// <summary>
    /// What a model invented waits for a person, and so does what a person asked for again: what stands is not replaced behind
    /// their back. What shows the photo's own pixels for the first time needs nobody.
    /// </summary>
    internal static BriefState Next(PlannedBrief brief, bool invented) =>
        invented || brief.Version > 1 ? BriefState.Review
        : brief.Use == Use.Page ? BriefState.Publishing
        : BriefState.Done;

    private Task<PlannedBrief> LoadAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        return db.Briefs.SingleAsync(brief => brief.Id == id && brief.ShopId == run.Shop, ct);
    }
}

internal sealed class FinishOnClipCollected : IHears<ClipCollected>
{
    public IEnumerable<WorkRequest> Hear(ClipCollected news) =>
        [new WorkRequest(FinishBriefStep.Kind, news.Brief.ToString("N"), news.Shop, WorkLane.Heavy)];
}
