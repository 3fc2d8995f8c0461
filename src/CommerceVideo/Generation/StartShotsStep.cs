using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.Shops;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>Gives every Shot of a Brief that is filmed its route and its first attempt, and the Brief its worst case.</summary>
internal sealed class StartShotsStep(
    AppDb db,
    ShotRouting routing,
    BriefCaps caps,
    IEnumerable<IHears<ClipCollected>> collected
) : IWorkStep
{
    public const string Kind = "generation.start-shots";

    public static WorkRequest For(Guid shop, Guid brief, Urgency urgency = Urgency.Product) =>
        new(Kind, brief.ToString("N"), shop, Urgency: urgency);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var brief = await db.Briefs.SingleAsync(b => b.Id == id && b.ShopId == run.Shop, ct);
        var left = await db.Shops.AnyAsync(s => s.Id == run.Shop && s.UninstalledAt != null, ct);
        if (left || brief.Stale || brief.State != BriefState.Generating)
        {
            return WorkOutcome.Finished;
        }

        var product = await db.Products.SingleAsync(p => p.Id == brief.ProductId, ct);
        var attempts = await db.Attempts.Where(a => a.BriefId == brief.Id).ToListAsync(ct);
        var shots = ShotJson.Read(brief.Shots);
        var budget = caps.Currency(brief);
        var worst = Money.Nothing(budget);
        for (var shot = 0; shot < shots.Count; shot++)
        {
            var before = attempts.Where(a => a.Shot == shot).ToArray();
            if (!Reframing.IsFilmed(shot, shots, attempts))
            {
                continue;
            }

            var decision = await routing.PlanAsync(brief, product, shot, attempts, ending: null, ct);
            worst += decision.WorstIn(budget);
            var waits = !Following.CanStart(shots[shot], shots, attempts);
            if (waits || before.Any(static a => a.State != AttemptState.Cancelled))
            {
                continue;
            }

            if (decision.Chosen is not [var best, ..])
            {
                return await ParkAsync(run, brief, decision, ct);
            }

            var attempt = routing.Attempt(brief, shot, before.Length + 1, best, decision);
            attempts.Add(attempt);
            db.Attempts.Add(attempt);
        }

        brief.Approve(worst);
        await run.SaveAsync(
            db,
            ct,
            [
                .. attempts
                    .Where(static a => a.State < AttemptState.Collected)
                    .Select(a => MakeShotStep.For(a, Asked(brief))),
                .. collected.Causes(new ClipCollected(brief.ShopId, brief.Id)),
            ]
        );
        return WorkOutcome.Finished;
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var brief = await db.Briefs.SingleAsync(b => b.Id == id && b.ShopId == run.Shop, ct);
        brief.Park("not_started", reason);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Later versions are made because a person asked, and waits.</summary>
    private static Urgency Asked(PlannedBrief brief) => brief.Version > 1 ? Urgency.Person : Urgency.Product;

    private async Task<WorkOutcome> ParkAsync(
        WorkRun run,
        PlannedBrief brief,
        RouteDecision decision,
        CancellationToken ct
    )
    {
        db.ChangeTracker.Entries<Attempt>().ToList().ForEach(static entry => entry.State = EntityState.Detached);
        var blamed =
            decision.LeftOut.FirstOrDefault(left => left.Model == brief.WantedModel)
            ?? decision.LeftOut.FirstOrDefault(static left => left.Code == RouteObstacles.OverBudget);
        if (blamed?.Code == RouteObstacles.OverBudget)
        {
            brief.Park(
                blamed.Code,
                $"{blamed.Text} Change your limits, or ask for the video again when there is room."
            );
        }
        else
        {
            brief.Park(
                "no_model_can",
                blamed?.Text
                    ?? "No video model that is connected here can make this kind of shot. Connect one that can, or choose another use."
            );
        }

        await run.SaveAsync(db, ct);
        return WorkOutcome.Finished;
    }
}

internal sealed class StartOnBriefReady : IHears<BriefReady>
{
    public IEnumerable<WorkRequest> Hear(BriefReady news) => [StartShotsStep.For(news.Shop, news.Brief, news.Urgency)];
}
