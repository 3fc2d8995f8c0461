using System.Text.Json;
using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Generation;

/// <summary>
/// Carries one attempt from plan to Clip. Every move is written before it is made, so that a run that dies shows where it
/// stood; only an attempt that has cost nothing is ever sent twice.
/// </summary>
internal sealed class MakeShotStep(
    AppDb db,
    ModelShelf shelf,
    IObjectStore store,
    IOptions<RenderingOptions> rendering,
    IEnumerable<IHears<ClipCollected>> collected,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "generation.make-shot";

    public static WorkRequest For(Attempt attempt) =>
        new(Kind, attempt.Id.ToString("N"), attempt.ShopId, WorkLane.Heavy);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var attempt = await LoadAsync(run, ct);
        var brief = await db.Briefs.SingleAsync(b => b.Id == attempt.BriefId, ct);
        var image = await db.SourceImages.SingleAsync(i => i.Id == brief.SourceImageId, ct);
        var product = await db.Products.SingleAsync(p => p.Id == brief.ProductId, ct);
        if (brief.Stale || product.DeletedAt is not null)
        {
            return await CancelAsync(run, attempt, ct);
        }

        if (shelf.Find(attempt.Model) is not { } model)
        {
            return await FailAsync(
                run,
                attempt,
                FailureKind.Retired,
                $"{attempt.Model} is no longer offered here.",
                ct
            );
        }

        using var folder = new ScratchFolder();
        var shot = ShotJson.Read(brief.Shots)[attempt.Shot];
        var photo = folder.File("photo");
        await store.FetchToFileAsync(image.FileKey!, photo, ct);
        var request = new GenerationRequest(
            attempt.Id,
            shot,
            photo,
            brief.ContentHash,
            product.Subject,
            rendering.Value.Scale
        );
        while (true)
        {
            switch (AttemptMoves.Next(attempt.State, free: attempt.PriceAmount == 0))
            {
                case AttemptMove.Reserve:
                    await MoveAsync(run, attempt, AttemptState.Reserved, ct);
                    break;
                case AttemptMove.Submit:
                    await SubmitAsync(run, attempt, brief, model, request, ct);
                    break;
                case AttemptMove.Doubt:
                    return await DoubtAsync(
                        run,
                        attempt,
                        brief,
                        "The worker stopped while the request was on its way.",
                        ct
                    );
                case AttemptMove.Check:
                    if (await CheckAsync(run, attempt, model, ct) is { } wait)
                    {
                        return wait;
                    }

                    break;
                case AttemptMove.Collect:
                    return await CollectAsync(run, attempt, model, request, folder.File("clip.mp4"), ct);
                default:
                    return await RestAsync(run, attempt, ct);
            }
        }
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var attempt = await LoadAsync(run, ct);
        await FailAsync(null, attempt, FailureKind.Unknown, reason, ct);
    }

    private async Task SubmitAsync(
        WorkRun run,
        Attempt attempt,
        PlannedBrief brief,
        IVideoModel model,
        GenerationRequest request,
        CancellationToken ct
    )
    {
        await MoveAsync(run, attempt, AttemptState.Submitting, ct);
        switch (await model.SubmitAsync(request, ct))
        {
            case SubmitOutcome.Accepted accepted:
                attempt.Ticket = accepted.Ticket;
                await MoveAsync(run, attempt, AttemptState.Submitted, ct);
                break;
            case SubmitOutcome.Unclear unclear:
                await DoubtAsync(run, attempt, brief, unclear.Reason, ct);
                break;
            case SubmitOutcome.Failed failed:
                await FailAsync(run, attempt, failed.Kind, failed.Reason, ct);
                break;
        }
    }

    private async Task<WorkOutcome?> CheckAsync(WorkRun run, Attempt attempt, IVideoModel model, CancellationToken ct)
    {
        switch (await model.CheckAsync(attempt.Ticket!, ct))
        {
            case CheckOutcome.Running running:
                await MoveAsync(run, attempt, AttemptState.Running, ct);
                return new WorkOutcome.Snooze(running.AskAgainAfter);
            case CheckOutcome.Failed failed:
                return await FailAsync(run, attempt, failed.Kind, failed.Reason, ct);
            default:
                await MoveAsync(run, attempt, AttemptState.Collecting, ct);
                return null;
        }
    }

    private async Task<WorkOutcome> CollectAsync(
        WorkRun run,
        Attempt attempt,
        IVideoModel model,
        GenerationRequest request,
        string target,
        CancellationToken ct
    )
    {
        switch (await model.CollectAsync(attempt.Ticket!, request, target, ct))
        {
            case CollectOutcome.Collected { Clip: var clip }:
                await using (var file = File.OpenRead(clip.File))
                {
                    attempt.ClipKey = (await store.PutAsync(file, "video/mp4", ct)).Key;
                }

                attempt.Clip = JsonSerializer.Serialize(clip with { File = "" });
                Move(attempt, AttemptState.Collected);
                await run.SaveAsync(db, ct, collected.Causes(new ClipCollected(attempt.ShopId, attempt.BriefId)));
                return WorkOutcome.Finished;
            case CollectOutcome.Failed failed:
                return await FailAsync(run, attempt, failed.Kind, failed.Reason, ct);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    // It was cancelled while its picture was away, in the moment in which the picture came back.
    private async Task<WorkOutcome> RestAsync(WorkRun run, Attempt attempt, CancellationToken ct)
    {
        if (attempt.State == AttemptState.Cancelled)
        {
            await run.SaveAsync(db, ct, StartShotsStep.For(attempt.ShopId, attempt.BriefId));
        }

        return WorkOutcome.Finished;
    }

    // It may have been bought: it is never sent again by itself, and a person is told.
    private async Task<WorkOutcome> DoubtAsync(
        WorkRun run,
        Attempt attempt,
        PlannedBrief brief,
        string reason,
        CancellationToken ct
    )
    {
        attempt.Reason = reason;
        brief.Park(
            "attempt_unclear",
            $"{reason} Nobody can say whether {attempt.Model} took it, so it is not sent again by itself."
        );
        await MoveAsync(run, attempt, AttemptState.Unclear, ct);
        return WorkOutcome.Finished;
    }

    private async Task<WorkOutcome> CancelAsync(WorkRun run, Attempt attempt, CancellationToken ct)
    {
        if (attempt.State < AttemptState.Collected)
        {
            await MoveAsync(run, attempt, AttemptState.Cancelled, ct);
        }

        return WorkOutcome.Finished;
    }

    private async Task<WorkOutcome> FailAsync(
        WorkRun? run,
        Attempt attempt,
        FailureKind kind,
        string reason,
        CancellationToken ct
    )
    {
        (attempt.Failure, attempt.Reason) = (kind, reason);
        Move(attempt, kind == FailureKind.ContentRefused ? AttemptState.Refused : AttemptState.Failed);
        var brief = await db.Briefs.SingleAsync(b => b.Id == attempt.BriefId, ct);
        brief.Park($"generation_{LowerCase.Write(kind)}", reason);
        await (run is null ? db.SaveChangesAsync(ct) : run.SaveAsync(db, ct));
        return WorkOutcome.Finished;
    }

    private Task MoveAsync(WorkRun run, Attempt attempt, AttemptState state, CancellationToken ct)
    {
        Move(attempt, state);
        return run.SaveAsync(db, ct);
    }

    private void Move(Attempt attempt, AttemptState state) =>
        (attempt.State, attempt.ChangedAt) = (state, time.GetUtcNow());

    private Task<Attempt> LoadAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        return db.Attempts.SingleAsync(attempt => attempt.Id == id && attempt.ShopId == run.Shop, ct);
    }
}
