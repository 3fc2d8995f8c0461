using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Quality;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>What follows when an attempt gave no Clip: the money is booked, and the next model is tried or a person told.</summary>
internal sealed class AttemptEndings(Ledger ledger, ProviderSlots slots, ShotRouting routing)
{
    private static readonly TimeSpan BeforeARetry = TimeSpan.FromSeconds(30);

    /// <param name="billed">What the provider says it charged; null where it does not say.</param>
    public async Task<WorkOutcome> FailedAsync(
        AttemptCase run,
        FailureKind kind,
        string reason,
        Money? billed,
        CancellationToken ct
    )
    {
        var attempt = run.Attempt;
        (attempt.Failure, attempt.Reason) = (kind, reason);
        if (!attempt.IsFree)
        {
            var cost = attempt.Hear(billed) ?? Assumed(run, kind);
            attempt.BilledAmount = cost.Amount;
            run.Book(
                (db, token) =>
                    cost.IsNothing
                        ? ledger.ReleaseAsync(db, attempt.Id, token)
                        : ledger.SettleAsync(db, attempt.Id, cost, token)
            );
        }

        run.Db.ModelEvents.Add(Event(run, ModelEventKind.Failed));
        run.Enter(kind == FailureKind.ContentRefused ? AttemptState.Refused : AttemptState.Failed);
        return await GoOnAsync(run, $"generation_{LowerCase.Write(kind)}", reason, ct);
    }

    /// <summary>What is cheaper may still fit, and the studio does.</summary>
    public async Task<WorkOutcome> OverBudgetAsync(AttemptCase run, ReservationOutcome refused, CancellationToken ct)
    {
        var price = run.Attempt.Price;
        (var code, run.Attempt.Reason) = refused switch
        {
            ReservationOutcome.OverCap(var cap, var held) => (
                RouteObstacles.OverBudget,
                $"It would cost {price}, and {cap.Title} {held} of {cap.Most} are taken up."
            ),
            ReservationOutcome.OtherMoney(var cap) => (
                "other_currency",
                $"It is paid in {price.Currency}, and the limit for {cap.Title} is in {cap.Most.Currency}. Amounts are never converted."
            ),
            _ => throw new InvalidOperationException("It was reserved."),
        };
        run.Enter(AttemptState.Cancelled);
        return await GoOnAsync(run, code, run.Attempt.Reason, ct);
    }

    /// <summary>It may have been bought: it is never sent again by itself. The studio stands in, and a person is told.</summary>
    public async Task<WorkOutcome> UnclearAsync(AttemptCase run, string reason, string evidence, CancellationToken ct)
    {
        run.Attempt.Reason = $"{reason} {evidence}";
        run.Book((db, token) => ledger.DoubtAsync(db, run.Attempt.Id, token));
        run.Enter(AttemptState.Unclear);
        return await GoOnAsync(
            run,
            "attempt_unclear",
            $"{reason} Nobody can say whether {run.Model?.Name ?? run.Attempt.Model} took it, so it is not sent again by itself.",
            ct
        );
    }

    /// <summary>
    /// A Clip that does not go on from the Shot before is given up only for another by the same model that can be had now.
    /// </summary>
    /// <returns>Null when it is kept: it was paid for, and nothing better comes.</returns>
    public async Task<WorkOutcome?> RemakeAsync(AttemptCase run, string broken, CancellationToken ct)
    {
        var attempt = run.Attempt;
        attempt.JoinBroken = true;
        if (!await IsSettledAsync(run, ct) && (await NextAsync(run, ct))?.Model == attempt.Model)
        {
            return await FailedAsync(run, FailureKind.Unknown, broken, attempt.Cost, ct);
        }

        attempt.JoinBroken = false;
        return null;
    }

    public static ModelEvent Event(AttemptCase run, ModelEventKind kind, string? check = null)
    {
        var (attempt, now) = (run.Attempt, run.Time.GetUtcNow());
        return new ModelEvent
        {
            ShopId = attempt.ShopId,
            Provider = attempt.Provider,
            Model = attempt.Model,
            Category = run.Rows.Category,
            Kind = kind,
            Detail = check ?? (attempt.Failure is { } failure ? LowerCase.Write(failure) : null),
            Seconds = kind == ModelEventKind.Collected ? (now - (attempt.SentAt ?? now)).TotalSeconds : null,
            GenerationId = attempt.Id,
            At = now,
        };
    }

    /// <summary>What a failure costs where the provider does not say: a refusal may be billed, anything else is not.</summary>
    private static Money Assumed(AttemptCase run, FailureKind kind) =>
        kind == FailureKind.ContentRefused && run.Model is { BillsRefusals: true } && run.Attempt.Ticket is not null
            ? run.Attempt.Price
            : Money.Nothing(run.Attempt.PriceCurrency);

    private async Task<WorkOutcome> GoOnAsync(AttemptCase run, string code, string reason, CancellationToken ct)
    {
        var settled = await IsSettledAsync(run, ct);
        var next = settled ? null : await NextAsync(run, ct);
        if (next is not null)
        {
            run.Db.Attempts.Add(next);
        }
        else if (!settled)
        {
            run.Rows.Brief.Park(code, reason);
        }

        await run.SaveAsync(ct, next is null ? [] : [MakeShotStep.For(next) with { NotBefore = Pause(run, next) }]);
        if (run.Attempt.State != AttemptState.Unclear)
        {
            await slots.GiveBackAsync(run.Attempt.Id, ct);
        }

        return WorkOutcome.Finished;
    }

    /// <summary>Somebody else goes on with this Shot already, or nobody wants it any more.</summary>
    private static async Task<bool> IsSettledAsync(AttemptCase run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        return run.Rows.IsUnwanted
            || await run.Db.Attempts.AnyAsync(
                a => a.BriefId == attempt.BriefId && a.Shot == attempt.Shot && a.Number > attempt.Number,
                ct
            );
    }

    /// <summary>A model that failed in passing is not asked again in the same breath.</summary>
    private static DateTimeOffset? Pause(AttemptCase run, Attempt next) =>
        next.Model == run.Attempt.Model && !run.Attempt.JoinBroken ? run.Time.GetUtcNow() + BeforeARetry : null;

    private async Task<Attempt?> NextAsync(AttemptCase run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        var all = await run
            .Db.Attempts.Where(a => a.BriefId == attempt.BriefId)
            .OrderBy(static a => a.Number)
            .ToListAsync(ct);
        var decision = await routing.PlanAsync(
            run.Rows.Brief,
            run.Rows.Product,
            attempt.Shot,
            all,
            (attempt.Id, IsBilled(attempt) ? attempt.Cost.Amount : 0),
            ct
        );
        return decision.After([.. all.Where(a => a.Shot == attempt.Shot).Select(Ended)]) is { } place
            ? routing.Attempt(run.Rows.Brief, attempt.Shot, attempt.Number + 1, place, decision)
            : null;
    }

    private static EndedAttempt Ended(Attempt attempt) =>
        new(
            attempt.Model,
            attempt.State == AttemptState.Unclear ? AttemptEnd.Unclear
                : attempt.JoinBroken ? AttemptEnd.BrokenJoin
                : attempt.Verdict == Verdict.Reject ? AttemptEnd.Untrue
                : AttemptEnd.NoClip,
            attempt.Failure,
            IsBilled(attempt)
        );

    private static bool IsBilled(Attempt attempt) =>
        attempt.State == AttemptState.Unclear || attempt.BilledAmount > 0 || (attempt.JoinBroken && !attempt.IsFree);
}
