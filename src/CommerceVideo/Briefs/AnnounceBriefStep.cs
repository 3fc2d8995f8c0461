using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Briefs;

/// <summary>Tells the later steps of a Brief that a person asked for: who asks runs in another role than who listens.</summary>
internal sealed class AnnounceBriefStep(AppDb db, IEnumerable<IHears<BriefReady>> ready) : IWorkStep
{
    public const string Kind = "briefs.announce";

    public static WorkRequest For(PlannedBrief brief) =>
        new(Kind, brief.Id.ToString("N"), brief.ShopId, Urgency: Urgency.Person);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var brief = await db.Briefs.SingleAsync(b => b.Id == id && b.ShopId == run.Shop, ct);
        if (brief is { State: BriefState.Generating, Stale: false })
        {
            await run.SaveAsync(db, ct, ready.Causes(new BriefReady(brief.ShopId, brief.Id, Urgency.Person)));
        }

        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var brief = await db.Briefs.SingleAsync(b => b.Id == id && b.ShopId == run.Shop, ct);
        brief.Park("not_started", reason);
        await db.SaveChangesAsync(ct);
    }
}
