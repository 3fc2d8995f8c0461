using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Shops.Admin;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Publishing;

/// <summary>
/// Makes a product's media show the videos of the pictures it has now, and no others. One step a product, so that two videos of
/// one product never race for their place.
/// </summary>
internal sealed class PublishProductStep(AppDb db, PublicationMover mover, TimeProvider time) : IWorkStep
{
    public const string Kind = "publishing.product";

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private static readonly BriefState[] Open = [BriefState.Generating, BriefState.Finishing, BriefState.Publishing];

    public static WorkRequest For(Guid shop, Guid product, Urgency urgency = Urgency.Product) =>
        new(Kind, product.ToString("N"), shop, Urgency: urgency);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var id = Guid.Parse(run.Key);
        var product = await db.Products.SingleAsync(p => p.Id == id && p.ShopId == run.Shop, ct);
        var publications = await PlanAsync(run, product, ct);
        if (publications.Count == 0)
        {
            return WorkOutcome.Finished;
        }

        try
        {
            var wait = product.DeletedAt is null ? await AdvanceAsync(run, product, publications, ct) : TimeSpan.Zero;
            if (wait is null)
            {
                return WorkOutcome.Finished;
            }

            if (wait > TimeSpan.Zero)
            {
                return new WorkOutcome.Snooze(wait.Value);
            }

            await ProductGoneAsync(run, product, publications, ct);
            return WorkOutcome.Finished;
        }
        catch (AdminException problem) when (problem.Failure == AdminFailure.Throttled)
        {
            return new WorkOutcome.Snooze(problem.Wait ?? TimeSpan.FromSeconds(5));
        }
        catch (AdminException problem) when (problem.Failure == AdminFailure.Unclear)
        {
            return new WorkOutcome.Retry(problem.Message);
        }
        catch (AdminException problem)
        {
            return new WorkOutcome.Park(problem.Message);
        }
        catch (Exception problem) when (problem is MediaRefusedException or ForeignFetchException)
        {
            return new WorkOutcome.Retry(problem.Message);
        }
        catch (HttpRequestException)
        {
            return new WorkOutcome.Away("The shop could not be reached.");
        }
    }

    public async Task ParkedAsync(WorkRun run, string reason, CancellationToken ct)
    {
        var product = Guid.Parse(run.Key);
        var open = await (
            from publication in db.Publications
            join rendition in db.Renditions on publication.RenditionId equals rendition.Id
            join brief in db.Briefs on rendition.BriefId equals brief.Id
            where publication.ProductId == product && brief.State == BriefState.Publishing
            select brief
        ).ToListAsync(ct);
        foreach (var brief in open)
        {
            brief.Park("not_published", reason);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <returns>Null when all is as it should be, zero when the product is gone, else how long to wait.</returns>
    private async Task<TimeSpan?> AdvanceAsync(
        WorkRun run,
        Product product,
        List<PublicationInHand> publications,
        CancellationToken ct
    )
    {
        var waits = new List<TimeSpan>();
        var replaced = false;
        foreach (var inHand in publications.OrderBy(static p => !p.Wanted).ThenBy(static p => p.Image.Position))
        {
            var others = publications
                .Where(other => other != inHand)
                .Select(static other => other.Publication.MediaGid)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal);
            replaced = replaced || (!inHand.Wanted && !await MoreIsComingAsync(product, ct));
            switch (await mover.AdvanceAsync(run, product, inHand, others, replaced, ct))
            {
                case { Ticks: 0 }:
                    return TimeSpan.Zero;
                case { } wait:
                    waits.Add(wait);
                    break;
                default:
                    // What it waits for may end without news, as a picture that is refused does.
                    waits.AddRange(inHand.Wanted || inHand.IsWithdrawn ? [] : [LookAgain]);
                    break;
            }
        }

        return waits.Count == 0 ? null : waits.Min();
    }

    /// <summary>A picture is being read, planned or filmed, whose video will stand in the place of one that must go.</summary>
    private async Task<bool> MoreIsComingAsync(Product product, CancellationToken ct)
    {
        var images = db.SourceImages.Where(i => i.ProductId == product.Id);
        var briefs = db.Briefs.Where(b => b.ProductId == product.Id && !b.Stale);
        return await images.AnyAsync(
                i =>
                    i.State == ImageState.New
                    || (i.State == ImageState.Accepted && !briefs.Any(b => b.ContentHash == i.ContentHash)),
                ct
            ) || await briefs.AnyAsync(b => b.Use == Use.Page && Open.Contains(b.State), ct);
    }

    private async Task<List<PublicationInHand>> PlanAsync(WorkRun run, Product product, CancellationToken ct)
    {
        var rows = await (
            from brief in db.Briefs
            join rendition in db.Renditions on brief.Id equals rendition.BriefId
            join image in db.SourceImages on brief.SourceImageId equals image.Id
            where
                brief.ProductId == product.Id
                && brief.Use == Use.Page
                && brief.State != BriefState.Review
                && brief.State != BriefState.Rejected
            select new
            {
                Brief = brief,
                Rendition = rendition,
                Image = image,
            }
        ).ToListAsync(ct);
        var known = await db.Publications.Where(p => p.ProductId == product.Id).ToListAsync(ct);
        var inHand = new List<PublicationInHand>();
        foreach (var row in rows)
        {
            var publication = known.Find(p => p.RenditionId == row.Rendition.Id);
            if (publication is null)
            {
                if (row.Brief.Stale || row.Rendition.ReplacedAt is not null || product.DeletedAt is not null)
                {
                    continue;
                }

                publication = New(product, row.Rendition);
                db.Publications.Add(publication);
            }
            else if (
                !row.Brief.Stale
                && row.Rendition.ReplacedAt is null
                && publication.State == PublicationState.Withdrawn
                && product.DeletedAt is null
            )
            {
                // The merchant put the picture back.
                (publication.State, publication.MediaGid) = (PublicationState.Planned, null);
                row.Brief.State = BriefState.Publishing;
            }

            inHand.Add(new PublicationInHand(publication, row.Rendition, row.Brief, row.Image));
        }

        await run.SaveAsync(db, ct);
        return inHand;
    }

    private Publication New(Product product, Rendition rendition)
    {
        var now = time.GetUtcNow();
        return new Publication
        {
            Id = Guid.CreateVersion7(now),
            ShopId = product.ShopId,
            ProductId = product.Id,
            RenditionId = rendition.Id,
            Channel = Publication.ShopifyChannel,
            State = PublicationState.Planned,
            Alt = AltText.Of(product.Title),
            ChangedAt = now,
        };
    }

    private async Task ProductGoneAsync(
        WorkRun run,
        Product product,
        List<PublicationInHand> publications,
        CancellationToken ct
    )
    {
        foreach (var inHand in publications.Where(static inHand => !inHand.IsWithdrawn))
        {
            if (inHand.Publication.State != PublicationState.Published)
            {
                inHand.Publication.ReasonCode = "product_deleted";
                inHand.Publication.ReasonText = "The product was deleted before its video was published.";
            }

            inHand.Publication.State = PublicationState.Withdrawn;
            inHand.Publication.ChangedAt = time.GetUtcNow();
        }

        // The shop's word on it may have been lost: the catalogue learns it from here then.
        await run.SaveAsync(
            db,
            ct,
            product.DeletedAt is null ? [SyncProductStep.For(product.ShopId, product.Gid)] : []
        );
    }
}

internal sealed class PublishOnBriefsChanged : IHears<BriefsChanged>, IHears<RenditionsMade>
{
    public IEnumerable<WorkRequest> Hear(BriefsChanged news) => [For(news.Shop, news.Product)];

    public IEnumerable<WorkRequest> Hear(RenditionsMade news) => [For(news.Shop, news.Product)];

    private static WorkRequest For(Guid shop, Guid product) => PublishProductStep.For(shop, product);
}
