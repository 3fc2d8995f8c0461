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
            var cost = Bills.Of(billed, attempt.PriceCurrency) ?? Assumed(run, kind);
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

    public async Task<WorkOutcome> OverBudgetAsync(
        AttemptCase run,
        ReservationOutcome.OverCap over,
        CancellationToken ct
    )
    {
        run.Attempt.Reason =
            $"It would cost {run.Attempt.Price}, and {over.Cap.Title} {new Money(over.Held, run.Attempt.PriceCurrency)} of "
            + $"{new Money(over.Cap.Most, run.Attempt.PriceCurrency)} are taken up.";
        run.Enter(AttemptState.Cancelled);
        return await GoOnAsync(run, "over_budget", run.Attempt.Reason, ct, spending: false);
    }

    /// <summary>No cap of the shop's can be held against it: amounts of different currencies are not compared.</summary>
    public async Task<WorkOutcome> OtherCurrencyAsync(AttemptCase run, string currency, CancellationToken ct)
    {
        run.Attempt.Reason =
            $"It is priced in {run.Attempt.PriceCurrency}, and the budget of this shop is in {currency}.";
        run.Enter(AttemptState.Cancelled);
        return await GoOnAsync(run, "over_budget", run.Attempt.Reason, ct);
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

    private async Task<WorkOutcome> GoOnAsync(
        AttemptCase run,
        string code,
        string reason,
        CancellationToken ct,
        bool spending = true
    )
    {
        var settled = await IsSettledAsync(run, ct);
        var next = settled ? null : await NextAsync(run, spending, ct);
        if (next is null && !settled)
        {
            run.Rows.Brief.Park(code, reason);
        }

        await run.SaveAsync(ct, next is null ? [] : [MakeShotStep.For(next)]);
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

    private async Task<Attempt?> NextAsync(AttemptCase run, bool spending, CancellationToken ct)
    {
        var attempt = run.Attempt;
        var before = await run
            .Db.Attempts.Where(a => a.BriefId == attempt.BriefId && a.Shot == attempt.Shot)
            .ToListAsync(ct);
        var decision = await routing.PlanAsync(run.Rows.Brief, run.Rows.Product, run.Shot, wanted: null, ct);
        var places = decision.Chosen.Where(place => spending || place.Order.Price.IsNothing).ToArray();
        var chosen = FallBack.Next(
            [.. places.Select(static place => new NextModel(place.Model.Id, place.Model.TrueToPhoto))],
            [
                .. before.Select(static a => new EndedAttempt(
                    a.Model,
                    a.State,
                    a.Failure,
                    a.State == AttemptState.Unclear || a.BilledAmount > 0
                )
                {
                    Untrue = a.Verdict == Verdict.Reject,
                }),
            ]
        );
        if (chosen is null)
        {
            return null;
        }

        var place = Array.Find(places, one => one.Model.Id == chosen.Model)!;
        var next = routing.Attempt(run.Rows.Brief, attempt.Shot, attempt.Number + 1, place, decision);
        run.Db.Attempts.Add(next);
        return next;
    }
}
