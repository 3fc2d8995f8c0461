using System.Text.Json;
using CommerceVideo.Budgets;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Generation;

/// <summary>From plan to a ticket: money set aside, a slot taken, one request sent, and a lost answer looked for.</summary>
internal sealed class AttemptSending(
    Ledger ledger,
    BriefCaps caps,
    ProviderSlots slots,
    ProviderCircuits circuits,
    AttemptEndings endings
)
{
    /// <summary>A request is looked for so often before a person is asked.</summary>
    private const int MostLooks = 20;

    private const string OtherKey =
        "It went out with another key than the one that is used now, whose account does not know of it.";

    private static readonly TimeSpan ForASlot = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestWaiting = TimeSpan.FromMinutes(30);

    /// <summary>A request that is lost on its way again and again says that its provider is not to be reached.</summary>
    private const int MostSends = 3;

    public async Task<WorkOutcome?> ReserveAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        attempt.RequestHash = AttemptRequests.HashOf(run.Request);
        if (!attempt.IsFree)
        {
            var outcome = await ledger.ReserveAsync(Reservation(run), caps.Of(run.Rows.Brief), ct);
            if (outcome is not ReservationOutcome.Reserved)
            {
                return await endings.OverBudgetAsync(run, outcome, ct);
            }
        }

        await run.EnterAsync(AttemptState.Reserved, ct);
        return null;
    }

    public async Task<WorkOutcome?> SubmitAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        if (RetiredModel.Reason(run.Request.Model, run.Time.GetUtcNow()) is { } ended)
        {
            return await endings.FailedAsync(run, FailureKind.Retired, ended, billed: null, ct);
        }

        // What was lost under one account would be refused a second time there, and there only.
        if (attempt.Sends > 0 && IsOfAnotherAccount(run))
        {
            return await StayUnclearAsync(run, OtherKey, ct);
        }

        if (!attempt.RendersHere && !await slots.TryTakeAsync(attempt.Id, run.Account, run.Request.Model, ct))
        {
            // Those who have the places cannot come to an end while the provider is away.
            return circuits.Of(attempt.Provider).IsOpen
                ? await endings.FailedAsync(
                    run,
                    FailureKind.ProviderDown,
                    "The provider does not answer, and others wait for it already.",
                    billed: null,
                    ct
                )
                : new WorkOutcome.Snooze(ForASlot);
        }

        var now = run.Time.GetUtcNow();
        (attempt.Account, attempt.SentAt) = (run.Account, now);
        (attempt.Sends, attempt.Looks) = (attempt.Sends + 1, 0);
        attempt.GiveUpAt = now + Patience.For(run.Request.Model.TypicalSeconds);
        run.Book((db, token) => ledger.SendAsync(db, attempt.Id, token));
        await run.EnterAsync(AttemptState.Submitting, ct);
        var request = run.Request with { SentBefore = attempt.Sends > 1 };
        return await run.Provider.SubmitAsync(request, ct) switch
        {
            SubmitOutcome.Accepted accepted => await TakenAsync(run, accepted.Ticket, accepted.Warnings, ct),
            SubmitOutcome.Unclear unclear => await LostAsync(run, unclear.Reason, ct),
            SubmitOutcome.Failed failed => await RefusedAsync(run, failed, ct),
            _ => throw new InvalidOperationException("A submit is accepted, unclear or failed."),
        };
    }

    /// <summary>It is not sent after all: what was set aside is free again.</summary>
    public async Task DropAsync(AttemptCase it, CancellationToken ct)
    {
        it.Book((db, token) => ledger.ReleaseAsync(db, it.Attempt.Id, token));
        await it.EnterAsync(AttemptState.Cancelled, ct);
        await slots.GiveBackAsync(it.Attempt.Id, ct);
    }

    /// <summary>For a request of which nobody knows whether it was taken: only looks.</summary>
    public async Task<WorkOutcome?> LookForAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        if (attempt.HintedTicket is { } hinted)
        {
            return await TakenAsync(run, hinted, [], ct);
        }

        if (IsOfAnotherAccount(run))
        {
            return await StayUnclearAsync(run, OtherKey, ct);
        }

        var lost = LostAttempts.Of(attempt, run.Request, await LostAttempts.OthersAsync(run.Db, attempt, ct));
        var outcome = await run.Provider.RecoverAsync(lost, attempt.Looks, ct);
        attempt.Looks++;
        return outcome switch
        {
            RecoverOutcome.Found found => await TakenAsync(run, found.Ticket, [], ct),
            RecoverOutcome.SafeToSend safe => await NotTakenAsync(run, safe.Evidence, ct),
            RecoverOutcome.AskAgain again => await StillLostAsync(run, again.After, ct),
            RecoverOutcome.Unknowable unknowable => await endings.UnclearAsync(
                run,
                attempt.Reason ?? "The answer was lost.",
                unknowable.Evidence,
                ct
            ),
            _ => throw new InvalidOperationException(
                "A lost request is found, not there, looked for again or unknowable."
            ),
        };
    }

    /// <summary>It goes out again, unless somebody else stands in already or it is lost each time.</summary>
    private async Task<WorkOutcome?> NotTakenAsync(AttemptRun run, string evidence, CancellationToken ct)
    {
        if (run.Attempt.State == AttemptState.Unclear || run.Attempt.Sends >= MostSends)
        {
            return await StayUnclearAsync(run, evidence, ct);
        }

        await run.EnterAsync(AttemptState.Reserved, ct);

        // A run of its own: whether anybody still wants it has to be read anew.
        return new WorkOutcome.Snooze(TimeSpan.Zero);
    }

    private async Task<WorkOutcome?> StillLostAsync(AttemptRun run, TimeSpan pause, CancellationToken ct)
    {
        if (run.Attempt.State == AttemptState.Unclear || run.Attempt.Looks >= MostLooks)
        {
            return await StayUnclearAsync(run, "The provider could not be asked.", ct);
        }

        await run.SaveAsync(ct);
        return new WorkOutcome.Snooze(pause);
    }

    /// <summary>Somebody else stands in, a person is told, and it is looked for again now and then.</summary>
    private async Task<WorkOutcome?> StayUnclearAsync(AttemptRun run, string evidence, CancellationToken ct)
    {
        if (run.Attempt.State == AttemptState.Unclear)
        {
            await run.SaveAsync(ct);
        }
        else
        {
            await endings.UnclearAsync(run, run.Attempt.Reason ?? "The answer was lost.", evidence, ct);
        }

        return Patience.MayStillCome(run.Attempt, run.Time.GetUtcNow())
            ? new WorkOutcome.Snooze(Patience.WhenLate)
            : WorkOutcome.Finished;
    }

    private static async Task<WorkOutcome?> TakenAsync(
        AttemptRun run,
        string ticket,
        IReadOnlyList<string> warnings,
        CancellationToken ct
    )
    {
        var attempt = run.Attempt;
        (attempt.Ticket, attempt.Reason) = (ticket, null);
        attempt.Warnings = [.. attempt.Warnings.Union(warnings, StringComparer.Ordinal)];
        run.Db.ModelEvents.Add(AttemptEndings.Event(run, ModelEventKind.Accepted));
        await run.EnterAsync(AttemptState.Submitted, ct);
        return null;
    }

    private static async Task<WorkOutcome?> LostAsync(AttemptRun run, string reason, CancellationToken ct)
    {
        run.Attempt.Reason = reason;
        await run.SaveAsync(ct);
        return null;
    }

    private async Task<WorkOutcome?> RefusedAsync(AttemptRun run, SubmitOutcome.Failed failed, CancellationToken ct)
    {
        var attempt = run.Attempt;
        var waited = run.Time.GetUtcNow() - attempt.CreatedAt;
        if (FallBack.IsWorthWaiting(failed.Kind) && waited < LongestWaiting)
        {
            // Certainly not taken: the same attempt goes out again, later.
            attempt.Reason = failed.Reason;
            attempt.Sends--;
            await run.EnterAsync(AttemptState.Reserved, ct);
            await slots.GiveBackAsync(attempt.Id, ct);
            return new WorkOutcome.Snooze(Pause(waited));
        }

        return await endings.FailedAsync(run, failed.Kind, failed.Reason, billed: null, ct);
    }

    private static bool IsOfAnotherAccount(AttemptRun run) =>
        run.Attempt.Account is { } account && account != run.Account;

    private static TimeSpan Pause(TimeSpan waited) => TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds / 4, 2, 60));

    private static Reservation Reservation(AttemptRun run) =>
        new(
            run.Attempt.Id,
            run.Attempt.ShopId,
            run.Request.Model.Provider,
            run.Request.Model.Id,
            run.Attempt.Price,
            JsonSerializer.Serialize(
                new
                {
                    model = run.Request.Model.Name,
                    product = run.Rows.Product.Title,
                    use = LowerCase.Write(run.Rows.Brief.Use),
                    shot = run.Request.Shot.Intent,
                    size = run.Attempt.Size,
                    seconds = run.Attempt.Seconds,
                }
            ),
            run.Attempt.RequestHash!
        );
}
