using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Publishing;

/// <summary>A person looked at a video: it is published, or it never is. What they said of its model is kept for routing.</summary>
internal sealed class Approvals(AppDb db, WorkQueue queue, TimeProvider time)
{
    /// <returns>False when nothing waits under this id.</returns>
    public async Task<bool> ApproveAsync(Guid briefId, CancellationToken ct)
    {
        if (await WaitingAsync(briefId, ct) is not { } brief)
        {
            return false;
        }

        brief.State = brief.Use == Use.Page ? BriefState.Publishing : BriefState.Done;
        brief.ReviewedAt = time.GetUtcNow();
        var earlier = await db
            .Briefs.Where(b =>
                b.ProductId == brief.ProductId
                && b.ContentHash == brief.ContentHash
                && b.Use == brief.Use
                && b.Version < brief.Version
                && !b.Superseded
            )
            .ToListAsync(ct);
        foreach (var version in earlier)
        {
            (version.Superseded, version.Stale) = (true, true);
        }

        await RememberAsync(brief, ModelEventKind.Approved, detail: null, ct);
        await queue.SaveAsync(db, [PublishProductStep.For(brief.ShopId, brief.ProductId, Urgency.Person)], ct);
        return true;
    }

    /// <param name="reason">In the person's own words.</param>
    /// <param name="fault">What is held against the models that made it; null where nobody said, which counts against them.</param>
    /// <returns>False when nothing waits under this id.</returns>
    public async Task<bool> RejectAsync(Guid briefId, string reason, RejectionFault? fault, CancellationToken ct)
    {
        if (await WaitingAsync(briefId, ct) is not { } brief)
        {
            return false;
        }

        (brief.State, brief.ReasonCode, brief.ReasonText) = (BriefState.Rejected, "rejected", reason);
        brief.ReviewedAt = time.GetUtcNow();
        await RememberAsync(brief, ModelEventKind.Rejected, fault is { } it ? LowerCase.Write(it) : reason, ct);
        await queue.SaveAsync(db, [], ct);
        return true;
    }

    private Task<PlannedBrief?> WaitingAsync(Guid brief, CancellationToken ct) =>
        db.Briefs.SingleOrDefaultAsync(b => b.Id == brief && b.State == BriefState.Review, ct);

    private async Task RememberAsync(PlannedBrief brief, ModelEventKind kind, string? detail, CancellationToken ct)
    {
        var product = await db.Products.SingleAsync(p => p.Id == brief.ProductId, ct);
        var attempts = await db
            .Attempts.Where(a => a.BriefId == brief.Id && a.State == AttemptState.Collected)
            .ToListAsync(ct);
        foreach (
            var shown in attempts.GroupBy(static a => a.Shot).Select(static shot => shot.MaxBy(static a => a.Number)!)
        )
        {
            db.ModelEvents.Add(
                new ModelEvent
                {
                    ShopId = brief.ShopId,
                    Provider = shown.Provider,
                    Model = shown.Model,
                    Category = ProductCategory.Of(ProductCategory.FactsOf(product)),
                    Kind = kind,
                    Detail = detail,
                    GenerationId = shown.Id,
                    At = time.GetUtcNow(),
                }
            );
        }
    }
}
