using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Briefs;

/// <summary>
/// Plans what is made of one accepted picture, once for each use. A picture that the product had before finds its Brief again:
/// nothing is bought or rendered a second time.
/// </summary>
internal sealed class PlanBriefsStep(
    AppDb db,
    IOptions<BriefOptions> options,
    BriefPlanning planning,
    IEnumerable<IHears<BriefReady>> ready,
    IEnumerable<IHears<BriefsChanged>> changed,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "briefs.plan";

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var image = await db.SourceImages.SingleAsync(i => i.Id == id && i.ShopId == run.Shop, ct);
        var product = await db.Products.SingleAsync(p => p.Id == image.ProductId, ct);
        if (image.State != ImageState.Accepted || product.DeletedAt is not null)
        {
            return WorkOutcome.Finished;
        }

        var known = await db
            .Briefs.Where(b => b.ProductId == product.Id && b.ContentHash == image.ContentHash)
            .ToListAsync(ct);
        var waiting = new List<PlannedBrief>();
        foreach (var brief in known)
        {
            brief.SourceImageId = image.Id;
            if (brief is { Stale: true, Superseded: false })
            {
                brief.Stale = false;

                // Finishing stopped when its picture went; it starts again from the clips that are there.
                brief.State = brief.State == BriefState.Finishing ? BriefState.Generating : brief.State;
                waiting.Add(brief);
            }
        }

        foreach (var use in options.Value.Wanted.Where(use => known.All(brief => brief.Use != use)))
        {
            var brief = await PlanAsync(use, product, image, ct);
            db.Briefs.Add(brief);
            waiting.Add(brief);
        }

        await run.SaveAsync(
            db,
            ct,
            [
                .. waiting
                    .Where(static brief => brief.State == BriefState.Generating)
                    .SelectMany(brief => ready.Causes(new BriefReady(brief.ShopId, brief.Id))),
                .. changed.Causes(new BriefsChanged(product.ShopId, product.Id)),
            ]
        );
        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var image = await db.SourceImages.SingleAsync(i => i.Id == id && i.ShopId == run.Shop, ct);
        if (image.State == ImageState.Accepted)
        {
            image.Refuse("not_planned", reason);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<PlannedBrief> PlanAsync(Use use, Product product, SourceImage image, CancellationToken ct)
    {
        var outcome = await planning.PlanAsync(use, product, image, ct);
        var reason = outcome as BriefOutcome.NotPossible;
        return new PlannedBrief
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ShopId = product.ShopId,
            ProductId = product.Id,
            SourceImageId = image.Id,
            ContentHash = image.ContentHash!,
            Use = use,
            State = reason is null ? BriefState.Generating : BriefState.NotPossible,
            Shots = ShotJson.Write(outcome is BriefOutcome.Planned planned ? planned.Brief.Shots : []),
            ReasonCode = reason?.Code,
            ReasonText = reason?.Text,
            Warnings = outcome is BriefOutcome.Planned { Warnings: var warnings } ? [.. warnings] : [],
            CreatedAt = time.GetUtcNow(),
        };
    }
}

internal sealed class PlanOnAcceptedImage : IHears<ImageAccepted>
{
    public IEnumerable<WorkRequest> Hear(ImageAccepted news) =>
        [new WorkRequest(PlanBriefsStep.Kind, news.Image.ToString("N"), news.Shop)];
}
