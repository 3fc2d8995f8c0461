using System.Text.Json;
using CommerceVideo.Budgets;
using CommerceVideo.Jobs;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Quality;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>From a ticket to the Clip: asks how far it is, brings the file home, books what it cost.</summary>
internal sealed class AttemptWatching(
    Ledger ledger,
    ProviderSlots slots,
    IObjectStore store,
    AttemptEndings endings,
    Following following,
    ClipGate gate,
    IEnumerable<IHears<ClipCollected>> collected
)
{
    public async Task<WorkOutcome?> CheckAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        switch (await run.Provider.CheckAsync(run.Sent, ct))
        {
            case CheckOutcome.Finished finished:
                attempt.BilledAmount = attempt.Hear(finished.Billed)?.Amount;
                await run.EnterAsync(AttemptState.Collecting, ct);
                return null;
            case CheckOutcome.Failed failed:
                return await endings.FailedAsync(run, failed.Kind, failed.Reason, failed.Billed, ct);
            case CheckOutcome.Running running:
                return await WaitAsync(run, running.AskAgainAfter, null, ct);
            case CheckOutcome.Unseen unseen:
                return await WaitAsync(run, unseen.AskAgainAfter, unseen.Reason, ct);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    public async Task<WorkOutcome?> CollectAsync(AttemptRun run, CancellationToken ct)
    {
        var attempt = run.Attempt;
        switch (await run.Provider.CollectAsync(run.Sent, run.Folder.File($"clip-{attempt.Id:N}.mp4"), ct))
        {
            case CollectOutcome.Collected { Clip: var clip }:
                if (
                    await following.BrokenJoinAsync(run, clip, ct) is { } broken
                    && await endings.RemakeAsync(run, broken, ct) is { } remade
                )
                {
                    return remade;
                }

                if (await gate.JudgeAsync(run, clip, ct) is { Verdict: Verdict.Reject } untrue && gate.ReplacesRejected)
                {
                    attempt.ClipKey = await StoreAsync(clip, ct);
                    return await endings.FailedAsync(
                        run,
                        FailureKind.Unknown,
                        ClipVerdict.Reason(untrue),
                        attempt.Cost,
                        ct
                    );
                }

                await KeepAsync(run, clip, ct);
                return WorkOutcome.Finished;
            case CollectOutcome.NotNow notNow when Patience.MayStillCome(attempt, run.Time.GetUtcNow()):
                attempt.Reason = notNow.Reason;
                await run.SaveAsync(ct);
                return new WorkOutcome.Snooze(Patience.ForTheFile(attempt, run.Time.GetUtcNow()));
            case CollectOutcome.NotNow notNow:
                return await endings.FailedAsync(run, FailureKind.TimedOut, notNow.Reason, attempt.Cost, ct);
            case CollectOutcome.Failed failed:
                // It was rendered, and so it was billed.
                return await endings.FailedAsync(run, failed.Kind, failed.Reason, attempt.Cost, ct);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task KeepAsync(AttemptRun run, Clip clip, CancellationToken ct)
    {
        var attempt = run.Attempt;
        attempt.ClipKey = await StoreAsync(clip, ct);
        attempt.Clip = JsonSerializer.Serialize(clip with { File = "", Manifest = HasManifest(clip.File) });
        run.Book((db, token) => ledger.SettleAsync(db, attempt.Id, attempt.Cost, token));
        run.Rows.Brief.GoOn();
        run.Db.ModelEvents.Add(AttemptEndings.Event(run, ModelEventKind.Collected));
        (attempt.Failure, attempt.Reason) = (null, null);
        run.Enter(AttemptState.Collected);
        await run.SaveAsync(
            ct,
            [
                .. collected.Causes(new ClipCollected(attempt.ShopId, attempt.BriefId)),
                .. Following.IsFollowed(run) ? new[] { StartShotsStep.For(attempt.ShopId, attempt.BriefId) } : [],
            ]
        );
        await slots.GiveBackAsync(attempt.Id, ct);
    }

    private static bool HasManifest(string file)
    {
        using var content = File.OpenRead(file);
        return Mp4Boxes.Read(content).Manifest;
    }

    private async Task<string> StoreAsync(Clip clip, CancellationToken ct)
    {
        await using var file = File.OpenRead(clip.File);
        return (await store.PutAsync(file, "video/mp4", ct)).Key;
    }

    private async Task<WorkOutcome?> WaitAsync(AttemptRun run, TimeSpan pause, string? reason, CancellationToken ct)
    {
        var (attempt, now) = (run.Attempt, run.Time.GetUtcNow());
        attempt.Reason = reason ?? attempt.Reason;
        if (attempt.State == AttemptState.Unclear)
        {
            await run.SaveAsync(ct);
            return Patience.MayStillCome(attempt, now)
                ? new WorkOutcome.Snooze(Patience.WhenLate)
                : WorkOutcome.Finished;
        }

        if (now >= attempt.GiveUpAt)
        {
            return await LateAsync(run, ct);
        }

        await run.EnterAsync(AttemptState.Running, ct);
        return new WorkOutcome.Snooze(pause);
    }

    /// <summary>It takes far too long. What a provider says it stopped is over; anything else may still come and be billed.</summary>
    private async Task<WorkOutcome?> LateAsync(AttemptRun run, CancellationToken ct)
    {
        const string late = "It took many times longer than usual.";
        if (await run.Provider.CancelAsync(run.Sent, ct) == CancelOutcome.Cancelled)
        {
            return await endings.FailedAsync(
                run,
                FailureKind.TimedOut,
                late,
                Money.Nothing(run.Attempt.PriceCurrency),
                ct
            );
        }

        await endings.UnclearAsync(run, late, "The provider says that it is still running.", ct);
        return new WorkOutcome.Snooze(Patience.WhenLate);
    }
}
