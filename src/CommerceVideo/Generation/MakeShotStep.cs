using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Generation;

/// <summary>
/// Carries one attempt from plan to Clip. Every move is written before it is made, so that a run that dies shows where it
/// stood; a request that may cost goes out once.
/// </summary>
internal sealed class MakeShotStep(
    AppDb db,
    VideoProviders providers,
    AttemptRequests requests,
    AttemptSending sending,
    AttemptWatching watching,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "generation.make-shot";

    /// <summary>What is rendered here takes a core; what others render takes a call now and then.</summary>
    public static WorkRequest For(Attempt attempt, Urgency urgency = Urgency.Product) =>
        new(
            Kind,
            attempt.Id.ToString("N"),
            attempt.ShopId,
            attempt.RendersHere ? WorkLane.Heavy : WorkLane.Light,
            urgency
        );

    public async Task<WorkOutcome> RunAsync(WorkRun work, CancellationToken ct)
    {
        var attempt = await LoadAsync(work, ct);
        var rows = await requests.RowsAsync(attempt, ct);
        if (rows.Brief.Stale || rows.Product.DeletedAt is not null)
        {
            if (await AbandonAsync(work, attempt, ct) is { } ended)
            {
                return ended;
            }
        }

        using var folder = new ScratchFolder();
        if (
            providers.Find(attempt.Provider) is not { } provider
            || await requests.OfAsync(attempt, rows, folder, ct) is not { } request
        )
        {
            return await UnreachableAsync(work, attempt, rows, ct);
        }

        return await CarryAsync(new AttemptRun(work, db, attempt, rows, request, provider, folder, time), ct);
    }

    public async Task ParkedAsync(WorkRun work, string reason, CancellationToken ct)
    {
        var attempt = await LoadAsync(work, ct);
        var brief = await db.Briefs.SingleAsync(b => b.Id == attempt.BriefId, ct);
        brief.Park("generation_unknown", reason);
        (attempt.Failure, attempt.Reason, attempt.ChangedAt) = (FailureKind.Unknown, reason, time.GetUtcNow());

        // Money that may be spent stays in doubt until somebody has looked.
        attempt.State = attempt is { IsFree: false, Sends: > 0 } ? AttemptState.Unclear : AttemptState.Failed;
        await db.SaveChangesAsync(ct);
    }

    private async Task<WorkOutcome> CarryAsync(AttemptRun run, CancellationToken ct)
    {
        while (true)
        {
            var attempt = run.Attempt;
            var move = AttemptMoves.Next(attempt.State, attempt.Ticket is not null, attempt.HintedTicket is not null);
            var outcome = move switch
            {
                AttemptMove.Reserve => await sending.ReserveAsync(run, ct),
                AttemptMove.Submit => await sending.SubmitAsync(run, ct),
                AttemptMove.LookFor => await sending.LookForAsync(run, ct),
                AttemptMove.Check => await watching.CheckAsync(run, ct),
                AttemptMove.Collect => await watching.CollectAsync(run, ct),
                _ => await RestAsync(run, ct),
            };
            if (outcome is not null)
            {
                return outcome;
            }
        }
    }

    // It was cancelled while its picture was away, in the moment in which the picture came back.
    private static async Task<WorkOutcome> RestAsync(AttemptRun run, CancellationToken ct)
    {
        if (run.Attempt.State == AttemptState.Cancelled && run.Attempt.Reason is null)
        {
            await run.SaveAsync(ct, StartShotsStep.For(run.Attempt.ShopId, run.Attempt.BriefId));
        }

        return WorkOutcome.Finished;
    }

    /// <summary>Nobody wants it any more. What was not sent is dropped; what was sent is watched until its money is known.</summary>
    private async Task<WorkOutcome?> AbandonAsync(WorkRun work, Attempt attempt, CancellationToken ct)
    {
        var open = attempt.State is not (AttemptState.Planned or AttemptState.Reserved) && !attempt.IsFree;
        if (open && attempt.State is < AttemptState.Collected or AttemptState.Unclear)
        {
            return null;
        }

        if (attempt.State < AttemptState.Collected)
        {
            await sending.DropAsync(attempt, ct);
            (attempt.State, attempt.ChangedAt) = (AttemptState.Cancelled, time.GetUtcNow());
            await work.SaveAsync(db, ct);
        }

        return WorkOutcome.Finished;
    }

    private async Task<WorkOutcome> UnreachableAsync(
        WorkRun work,
        Attempt attempt,
        AttemptRows rows,
        CancellationToken ct
    )
    {
        const string reason = "Its key was taken away, or the model has left the register.";
        if (
            attempt is { IsFree: false, Sends: > 0 }
            && attempt.State is < AttemptState.Collected or AttemptState.Unclear
        )
        {
            return new WorkOutcome.Away($"{attempt.Model}: {reason}");
        }

        await sending.DropAsync(attempt, ct);
        (attempt.State, attempt.Failure, attempt.Reason) = (AttemptState.Failed, FailureKind.Retired, reason);
        rows.Brief.Park("generation_retired", $"{attempt.Model} cannot be used any more: {reason}");
        await work.SaveAsync(db, ct);
        return WorkOutcome.Finished;
    }

    private Task<Attempt> LoadAsync(WorkRun work, CancellationToken ct)
    {
        var id = Guid.Parse(work.Key);
        return db.Attempts.SingleAsync(attempt => attempt.Id == id && attempt.ShopId == work.Shop, ct);
    }
}
