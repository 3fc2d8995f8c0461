using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Shops.Admin;

namespace CommerceVideo.Publishing;

/// <summary>
/// Moves one publication on, as far as it goes now. Each state is saved before the effect that leads out of it, and an effect
/// whose answer was lost is looked up on the product before it is repeated.
/// </summary>
internal sealed class PublicationMover(
    AppDb db,
    ProductMedia media,
    StagedUpload upload,
    IObjectStore store,
    TimeProvider time
)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(30);

    /// <returns>Null when it rests, zero when the product is gone, else how long to wait.</returns>
    public async Task<TimeSpan?> AdvanceAsync(
        WorkRun run,
        Product product,
        PublicationInHand inHand,
        IReadOnlySet<string> claimed,
        bool replaced,
        CancellationToken ct
    )
    {
        while (true)
        {
            var move = PublicationMoves.Next(inHand.Publication.State, inHand.Wanted, replaced);
            var wait = move switch
            {
                PublicationMove.Stage => await StageAsync(run, product, inHand, ct),
                PublicationMove.Attach => await AttachAsync(run, product, inHand, ct),
                PublicationMove.Find => await FindAsync(run, product, inHand, claimed, ct),
                PublicationMove.AwaitReady => await AwaitReadyAsync(run, product, inHand, ct),
                PublicationMove.Withdraw => await WithdrawAsync(run, inHand, ct),
                _ => Step.Rests,
            };
            if (wait.Ended)
            {
                return wait.Wait;
            }
        }
    }

    private async Task<Step> StageAsync(WorkRun run, Product product, PublicationInHand inHand, CancellationToken ct)
    {
        var (publication, rendition) = (inHand.Publication, inHand.Rendition);
        var fileName = $"{rendition.Sha256[..16]}.mp4";
        try
        {
            var target = await media.StageAsync(product.ShopId, fileName, rendition.Bytes, ct);
            await using var file = await store.OpenReadAsync(rendition.FileKey, ct);
            await upload.SendAsync(target, file, rendition.Bytes, fileName, ct);
            publication.StagedAddress = target.ResourceAddress;
        }
        catch (MediaRefusedException problem)
        {
            return await FailAsync(run, inHand, "upload_refused", problem.Message, ct);
        }

        await MoveAsync(run, publication, PublicationState.Staged, ct);
        return Step.GoesOn;
    }

    private async Task<Step> AttachAsync(WorkRun run, Product product, PublicationInHand inHand, CancellationToken ct)
    {
        var publication = inHand.Publication;
        if (await media.ReadAsync(product.ShopId, product.Gid, ct) is not { } before)
        {
            return Step.ProductGone;
        }

        publication.MediaBefore = [.. before.Where(static item => item.IsVideo).Select(static item => item.Gid)];
        publication.Tries = 0;
        await MoveAsync(run, publication, PublicationState.Attaching, ct);
        try
        {
            await media.AttachAsync(product.ShopId, product.Gid, publication.StagedAddress!, publication.Alt, ct);
            return Step.GoesOn;
        }
        catch (MediaRefusedException problem)
        {
            return await FailAsync(run, inHand, problem.Code ?? "attach_refused", problem.Message, ct);
        }
        catch (Exception problem)
            when (problem is HttpRequestException or AdminException { Failure: AdminFailure.Unclear })
        {
            return Step.WaitFor(LookAgain);
        }
    }

    private async Task<Step> FindAsync(
        WorkRun run,
        Product product,
        PublicationInHand inHand,
        IReadOnlySet<string> claimed,
        CancellationToken ct
    )
    {
        var publication = inHand.Publication;
        if (await media.ReadAsync(product.ShopId, product.Gid, ct) is not { } now)
        {
            return Step.ProductGone;
        }

        if (PublicationMoves.Ours(now, publication, claimed) is { } ours)
        {
            publication.MediaGid = ours.Gid;
            await MoveAsync(run, publication, PublicationState.Processing, ct);
            return Step.GoesOn;
        }

        publication.Tries++;
        if (publication.Tries < PublicationMoves.MostLooks)
        {
            await run.SaveAsync(db, ct);
            return Step.WaitFor(LookAgain);
        }

        await MoveAsync(run, publication, PublicationState.Planned, ct);
        return Step.GoesOn;
    }

    private async Task<Step> AwaitReadyAsync(
        WorkRun run,
        Product product,
        PublicationInHand inHand,
        CancellationToken ct
    )
    {
        var publication = inHand.Publication;
        if (await media.ReadAsync(product.ShopId, product.Gid, ct) is not { } now)
        {
            return Step.ProductGone;
        }

        var item = now.FirstOrDefault(item => item.Gid == publication.MediaGid);
        switch (item?.Status)
        {
            case null:
                return await FailAsync(
                    run,
                    inHand,
                    "removed",
                    "The video was removed from the product before it was ready.",
                    ct
                );
            case "FAILED":
                await media.DeleteAsync(product.ShopId, item.Gid, ct);
                return await FailAsync(
                    run,
                    inHand,
                    "shopify_refused_video",
                    item.Error ?? "Shopify gave no reason.",
                    ct
                );
            case "READY":
                await PlaceAsync(product, inHand, now, ct);
                inHand.Brief.State = BriefState.Done;
                await MoveAsync(run, publication, PublicationState.Published, ct);
                return Step.GoesOn;
        }

        var waited = time.GetUtcNow() - publication.ChangedAt;
        return waited > GiveUp
            ? await FailAsync(
                run,
                inHand,
                "shopify_too_slow",
                "Shopify did not finish the video within half an hour.",
                ct
            )
            : Step.WaitFor(TimeSpan.FromSeconds(Math.Clamp(waited.TotalSeconds / 2, 0.5, 60)));
    }

    private async Task PlaceAsync(
        Product product,
        PublicationInHand inHand,
        IReadOnlyList<MediaItem> now,
        CancellationToken ct
    )
    {
        var video = inHand.Publication.MediaGid!;
        var wanted = PublicationMoves.Position(now, video, inHand.Image.MediaGid);
        var at = now.ToList().FindIndex(item => item.Gid == video);
        if (at != wanted)
        {
            await media.MoveAsync(product.ShopId, product.Gid, video, wanted, ct);
        }
    }

    private async Task<Step> WithdrawAsync(WorkRun run, PublicationInHand inHand, CancellationToken ct)
    {
        var publication = inHand.Publication;
        if (publication.MediaGid is { } video)
        {
            await MoveAsync(run, publication, PublicationState.Withdrawing, ct);
            await media.DeleteAsync(publication.ShopId, video, ct);
        }

        await MoveAsync(run, publication, PublicationState.Withdrawn, ct);
        return Step.GoesOn;
    }

    private async Task<Step> FailAsync(
        WorkRun run,
        PublicationInHand inHand,
        string code,
        string text,
        CancellationToken ct
    )
    {
        (inHand.Publication.ReasonCode, inHand.Publication.ReasonText) = (code, text);
        inHand.Brief.Park(code, text);
        await MoveAsync(run, inHand.Publication, PublicationState.Failed, ct);
        return Step.GoesOn;
    }

    private Task MoveAsync(WorkRun run, Publication publication, PublicationState state, CancellationToken ct)
    {
        publication.ChangedAt = publication.State == state ? publication.ChangedAt : time.GetUtcNow();
        publication.State = state;
        return run.SaveAsync(db, ct);
    }

    private readonly record struct Step(bool Ended, TimeSpan? Wait)
    {
        public static Step GoesOn => new(Ended: false, null);

        public static Step Rests => new(Ended: true, null);

        public static Step ProductGone => new(Ended: true, TimeSpan.Zero);

        public static Step WaitFor(TimeSpan wait) => new(Ended: true, wait);
    }
}
