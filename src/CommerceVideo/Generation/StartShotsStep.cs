using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;
using Route = CommerceVideo.Routing.Route;

namespace CommerceVideo.Generation;

/// <summary>Gives every Shot of a Brief that is filmed its route and its first attempt.</summary>
internal sealed class StartShotsStep(
    AppDb db,
    ModelShelf shelf,
    IEnumerable<IHears<ClipCollected>> collected,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "generation.start-shots";

    public static WorkRequest For(Guid shop, Guid brief) => new(Kind, brief.ToString("N"), shop);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var brief = await db.Briefs.SingleAsync(b => b.Id == id && b.ShopId == run.Shop, ct);
        if (brief.Stale || brief.State != BriefState.Generating)
        {
            return WorkOutcome.Finished;
        }

        var attempts = await db.Attempts.Where(a => a.BriefId == brief.Id).ToListAsync(ct);
        var shots = ShotJson.Read(brief.Shots);
        for (var shot = 0; shot < shots.Count; shot++)
        {
            var before = attempts.Where(a => a.Shot == shot).ToArray();
            if (before.Any(static a => a.State != AttemptState.Cancelled))
            {
                continue;
            }

            if (!Reframing.IsFilmed(shot, shots, attempts))
            {
                continue;
            }

            if (RoutePlanner.Plan(shots[shot], Reframing.Models(shot, shots, attempts, shelf.OnHand)) is not { } route)
            {
                brief.Park(
                    "no_model_can",
                    "No video model that is connected here can make this kind of shot. Connect one that can, or choose another use."
                );
                db.ChangeTracker.Entries<Attempt>()
                    .ToList()
                    .ForEach(static entry => entry.State = EntityState.Detached);
                await run.SaveAsync(db, ct);
                return WorkOutcome.Finished;
            }

            var attempt = Attempt(brief, shot, before.Length + 1, shots[shot], route);
            attempts.Add(attempt);
            db.Attempts.Add(attempt);
        }

        await run.SaveAsync(
            db,
            ct,
            [
                .. attempts.Where(static a => a.State < AttemptState.Collected).Select(MakeShotStep.For),
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

    private Attempt Attempt(PlannedBrief brief, int shot, int number, Shot wanted, Route route)
    {
        var card = shelf.OnHand.First(model => model.Id == route.Model);
        var now = time.GetUtcNow();
        return new Attempt
        {
            Id = Guid.CreateVersion7(now),
            ShopId = brief.ShopId,
            BriefId = brief.Id,
            Shot = shot,
            Number = number,
            Model = route.Model,
            Why = route.Why,
            State = AttemptState.Planned,
            PriceAmount = card.PricePerSecond * (decimal)wanted.Seconds,
            PriceCurrency = card.Currency,
            CreatedAt = now,
            ChangedAt = now,
        };
    }
}

internal sealed class StartOnBriefReady : IHears<BriefReady>
{
    public IEnumerable<WorkRequest> Hear(BriefReady news) => [StartShotsStep.For(news.Shop, news.Brief)];
}
