using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Briefs;

/// <summary>Marks the Briefs stale whose picture is on the product no more, under any id.</summary>
internal sealed class RetireBriefsStep(AppDb db, IEnumerable<IHears<BriefsChanged>> changed) : IWorkStep
{
    public const string Kind = "briefs.retire";

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var product = Guid.Parse(run.Key);
        var shown = await db
            .SourceImages.Where(i => i.ProductId == product && i.ShopId == run.Shop && i.State == ImageState.Accepted)
            .Select(static i => i.ContentHash)
            .ToListAsync(ct);
        var retired = await db
            .Briefs.Where(b =>
                b.ProductId == product && b.ShopId == run.Shop && !b.Stale && !shown.Contains(b.ContentHash)
            )
            .ToListAsync(ct);
        foreach (var brief in retired)
        {
            brief.Stale = true;
        }

        if (retired.Count > 0)
        {
            await run.SaveAsync(db, ct, changed.Causes(new BriefsChanged(run.Shop, product)));
        }

        return WorkOutcome.Finished;
    }

    public Task ParkedAsync(WorkRun run, string reason, CancellationToken ct) => Task.CompletedTask;
}

internal sealed class RetireOnImagesGone : IHears<ImagesGone>
{
    public IEnumerable<WorkRequest> Hear(ImagesGone news) =>
        [new WorkRequest(RetireBriefsStep.Kind, news.Product.ToString("N"), news.Shop)];
}
