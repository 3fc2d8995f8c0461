using System.Text.Json;
using CommerceVideo.Budgets;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>From plan to a ticket: money set aside, a slot taken, one request sent, and a lost answer looked for.</summary>
internal sealed class AttemptSending(Ledger ledger, ProviderSlots slots, AttemptEndings endings)
{
    /// <summary>A request is looked for so often before a person is asked.</summary>
    private const int MostLooks = 20;

    private static readonly TimeSpan ForASlot = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongestWaiting = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LeastPatience = TimeSpan.FromMinutes(10);

    private const int PatienceTimes = 6;

    public async Task<WorkOutcome?> ReserveAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        attempt.RequestHash = AttemptRequests.HashOf(run.Request);
        if (!attempt.IsFree)
        {
            var caps = Caps.For(
                ledger.BudgetOf(attempt.ShopId, run.Db),
                run.Time.GetUtcNow(),
                attempt.BriefId,
                run.Rows.Brief.ApprovedAmount,
                run.Rows.Brief.Run
            );
            if (await ledger.ReserveAsync(Reservation(run), caps, ct) is ReservationOutcome.OverCap over)
            {
                return await endings.OverBudgetAsync(run, over, ct);
            }
        }

        await run.EnterAsync(AttemptState.Reserved, ct);
        return null;
    }

    public async Task<WorkOutcome?> SubmitAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        if (!attempt.RendersHere && !await slots.TryTakeAsync(attempt.Id, run.Account, run.Request.Model, ct))
        {
            return new WorkOutcome.Snooze(ForASlot);
        }

        var now = run.Time.GetUtcNow();
        (attempt.SentAt, attempt.Sends) = (now, attempt.Sends + 1);
        attempt.GiveUpAt = now + Patience(run.Request.Model.TypicalSeconds);
        if (!attempt.IsFree)
        {
            await ledger.SendAsync(attempt.Id, ct);
        }

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
    public async Task DropAsync(Attempt attempt, CancellationToken ct)
    {
        if (!attempt.IsFree)
        {
            await ledger.ReleaseAsync(attempt.Id, ct);
        }

        await slots.GiveBackAsync(attempt.Id, ct);
    }

    /// <summary>For a request of which nobody knows whether it was taken: only looks.</summary>
    public async Task<WorkOutcome?> LookForAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        if (attempt.HintedTicket is { } hinted)
        {
            return await TakenAsync(run, hinted, [], ct);
        }

        var lost = LostAttempts.Of(attempt, run.Request, await LostAttempts.OthersAsync(run.Db, attempt, ct));
        var outcome = await run.Provider.RecoverAsync(lost, attempt.Looks, ct);
        attempt.Looks++;
        switch (outcome)
        {
            case RecoverOutcome.Found found:
                return await TakenAsync(run, found.Ticket, [], ct);
            case RecoverOutcome.SafeToSend:
                await run.EnterAsync(AttemptState.Reserved, ct);
                return null;
            case RecoverOutcome.AskAgain again when attempt.Looks < MostLooks:
                await run.SaveAsync(ct);
                return new WorkOutcome.Snooze(again.After);
            case RecoverOutcome.Unknowable unknowable:
                return await endings.UnclearAsync(
                    run,
                    attempt.Reason ?? "The answer was lost.",
                    unknowable.Evidence,
                    ct
                );
            default:
                return await endings.UnclearAsync(
                    run,
                    attempt.Reason ?? "The answer was lost.",
                    "The provider could not be asked.",
                    ct
                );
        }
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

    private static TimeSpan Pause(TimeSpan waited) => TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds / 4, 2, 60));

    private static TimeSpan Patience(int typicalSeconds)
    {
        var patience = TimeSpan.FromSeconds(typicalSeconds * PatienceTimes);
        return patience > LeastPatience ? patience : LeastPatience;
    }

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
