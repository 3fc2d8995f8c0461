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
    AttemptEndings endings,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "generation.make-shot";

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(10);

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
        var it = await LoadAsync(work, ct);
        if (it.Attempt.HasEnded)
        {
            return await RestAsync(it, ct);
        }

        if (it.Rows.IsUnwanted && (it.Attempt.IsFree || !it.Attempt.IsOut))
        {
            await sending.DropAsync(it, ct);
            return WorkOutcome.Finished;
        }

        // What is with a provider is watched until its money is known, whoever still wants it.
        using var folder = new ScratchFolder();
        if (
            providers.Find(it.Attempt.Provider) is not { } provider
            || await requests.OfAsync(it.Attempt, it.Rows, folder, ct) is not { } request
        )
        {
            return await UnreachableAsync(it, ct);
        }

        return request.LacksItsPerson && !it.Attempt.IsOut
            ? await UncastAsync(it, ct)
            : await CarryAsync(new AttemptRun(work, db, it.Attempt, it.Rows, request, provider, folder, time), ct);
    }

    /// <summary>What nobody can say to be bought stays in doubt and is looked at again; the rest has failed.</summary>
    public async Task ParkedAsync(WorkRun work, string reason, CancellationToken ct)
    {
        var it = await LoadAsync(work, ct);
        var attempt = it.Attempt;
        if (attempt.HasEnded)
        {
            return;
        }

        if (attempt.IsFree)
        {
            it.Rows.Brief.Park("generation_unknown", reason);
            (attempt.Failure, attempt.Reason) = (FailureKind.Unknown, reason);
            await it.EnterAsync(AttemptState.Failed, ct);
        }
        else if (!attempt.IsOut)
        {
            await endings.FailedAsync(it, FailureKind.Unknown, reason, billed: null, ct);
        }
        else
        {
            await endings.UnclearAsync(it, reason, "Something is wrong on our side.", ct);
            await it.SaveAsync(ct, Patience.MayStillCome(attempt, time.GetUtcNow()) ? [Later(attempt)] : []);
        }
    }

    private async Task<WorkOutcome> CarryAsync(AttemptRun run, CancellationToken ct)
    {
        while (true)
        {
            var attempt = run.Attempt;
            var move = AttemptMoves.Next(attempt.State, attempt.Ticket is not null);
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

    /// <summary>No model may film a stranger in a house model's stead.</summary>
    private async Task<WorkOutcome> UncastAsync(AttemptCase it, CancellationToken ct)
    {
        it.Attempt.Reason = "The house model was removed from the brand kit.";
        it.Rows.Brief.Park("casting_removed", $"{it.Attempt.Reason} Ask for the video again to cast it anew.");
        await sending.DropAsync(it, ct);
        return WorkOutcome.Finished;
    }

    // It was cancelled while its picture was away, in the moment in which the picture came back.
    private static async Task<WorkOutcome> RestAsync(AttemptCase it, CancellationToken ct)
    {
        if (it.Attempt is { State: AttemptState.Cancelled, Reason: null } && !it.Rows.IsUnwanted)
        {
            await it.SaveAsync(ct, StartShotsStep.For(it.Attempt.ShopId, it.Attempt.BriefId));
        }

        return WorkOutcome.Finished;
    }

    /// <summary>It cannot be asked for: what may be with the provider is a person's to clear up, for the rest the next model is taken.</summary>
    private async Task<WorkOutcome> UnreachableAsync(AttemptCase it, CancellationToken ct)
    {
        var (kind, reason) = it.Model is null
            ? (FailureKind.Retired, "The model has left the register.")
            : (FailureKind.AuthRejected, "The provider's key was taken away.");
        if (it.Attempt.IsFree || !it.Attempt.IsOut)
        {
            return await endings.FailedAsync(it, kind, reason, billed: null, ct);
        }

        if (it.Attempt.State != AttemptState.Unclear)
        {
            await endings.UnclearAsync(it, reason, "The provider cannot be asked without it.", ct);
        }

        // The key may come back.
        return Patience.MayStillCome(it.Attempt, time.GetUtcNow())
            ? new WorkOutcome.Snooze(Patience.WhenLate)
            : WorkOutcome.Finished;
    }

    private WorkRequest Later(Attempt attempt) => For(attempt) with { NotBefore = time.GetUtcNow() + AfterTrouble };

    private async Task<AttemptCase> LoadAsync(WorkRun work, CancellationToken ct)
    {
        var id = Guid.Parse(work.Key);
        var attempt = await db.Attempts.SingleAsync(one => one.Id == id && one.ShopId == work.Shop, ct);
        var rows = await requests.RowsAsync(attempt, ct);
        return new AttemptCase(work, db, attempt, rows, requests.ModelOf(attempt), time);
    }
}
