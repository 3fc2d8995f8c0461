using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops.Admin;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Catalog;

/// <summary>
/// Brings what we know of one product up to what its shop has now. Webhooks arrive twice, late, out of order and for our own
/// writes; this reads the truth, and starts work only for pictures that were not there before.
/// </summary>
internal sealed class SyncProductStep(
    AppDb db,
    ProductReader reader,
    IEnumerable<IHears<ImagesGone>> imagesGone,
    IEnumerable<IHears<PriceChanged>> priceChanged,
    TimeProvider time
) : IWorkStep
{
    public const string Kind = "catalog.sync-product";

    private static readonly TimeSpan GiveUpWaiting = TimeSpan.FromMinutes(30);

    public static WorkRequest For(Guid shop, string gid) => new(Kind, $"{shop:N}/{gid}", shop);

    public async Task<WorkOutcome> RunAsync(WorkRun run, CancellationToken ct)
    {
        var gid = run.Key[(run.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        RemoteProduct? remote;
        try
        {
            remote = await reader.ReadAsync(run.Shop, gid, ct);
        }
        catch (AdminException problem) when (problem.Failure == AdminFailure.Throttled)
        {
            return new WorkOutcome.Snooze(problem.Wait ?? TimeSpan.FromSeconds(5));
        }
        catch (AdminException problem) when (problem.Failure == AdminFailure.NotInstalled)
        {
            return new WorkOutcome.Park(problem.Message);
        }
        catch (HttpRequestException)
        {
            // However long the shop is away, what it told us is not dropped.
            return new WorkOutcome.Away("The shop could not be reached.");
        }

        var product = await db.Products.SingleOrDefaultAsync(p => p.ShopId == run.Shop && p.Gid == gid, ct);
        if (remote is null)
        {
            return await DeletedAsync(run, product, ct);
        }

        var repriced = product is not null && product.Price != remote.Price;
        product = Keep(product, remote, run.Shop);
        var known = await db.SourceImages.Where(image => image.ProductId == product.Id).ToListAsync(ct);
        var changes = CatalogDiff.Compare(known, remote.Images);
        var next = Apply(product, known, remote.Images, changes);
        if (repriced)
        {
            next.AddRange(priceChanged.Causes(new PriceChanged(product.ShopId, product.Id)));
        }

        await run.SaveAsync(db, ct, next);
        return changes.Waiting ? new WorkOutcome.Snooze(WaitFor(known)) : WorkOutcome.Finished;
    }

    public Task ParkedAsync(WorkRun run, string reason, CancellationToken ct) => Task.CompletedTask;

    private async Task<WorkOutcome> DeletedAsync(WorkRun run, Product? product, CancellationToken ct)
    {
        if (product is { DeletedAt: null })
        {
            product.DeletedAt = time.GetUtcNow();
            await run.SaveAsync(db, ct);
        }

        return WorkOutcome.Finished;
    }

    private Product Keep(Product? product, RemoteProduct remote, Guid shop)
    {
        var now = time.GetUtcNow();
        if (product is null)
        {
            product = new Product
            {
                Id = Guid.CreateVersion7(now),
                ShopId = shop,
                Gid = remote.Gid,
                Title = remote.Title,
                Tags = [],
                Status = remote.Status,
                RemoteUpdatedAt = remote.UpdatedAt,
                SyncedAt = now,
            };
            db.Products.Add(product);
        }

        product.Title = remote.Title;
        product.ProductType = remote.ProductType;
        product.Category = remote.Category;
        product.Tags = [.. remote.Tags];
        product.Collections = [.. remote.Collections];
        product.Price = remote.Price;
        product.Status = remote.Status;
        product.RemoteUpdatedAt = remote.UpdatedAt;
        product.SyncedAt = now;
        product.DeletedAt = null;
        return product;
    }

    private List<WorkRequest> Apply(
        Product product,
        List<SourceImage> known,
        IReadOnlyList<RemoteImage> remote,
        CatalogChanges changes
    )
    {
        var next = new List<WorkRequest>();
        var now = time.GetUtcNow();
        foreach (var image in changes.Added)
        {
            var added = new SourceImage
            {
                Id = Guid.CreateVersion7(now),
                ShopId = product.ShopId,
                ProductId = product.Id,
                MediaGid = image.MediaGid,
                Position = image.Position,
                Address = image.State == RemoteImageState.Ready ? image.Address! : "",
                State = ImageState.New,
                SeenAt = now,
            };
            db.SourceImages.Add(added);
            known.Add(added);
            if (image.State == RemoteImageState.Ready)
            {
                next.Add(ReadImageStep.For(added));
            }
        }

        foreach (var image in changes.Gone)
        {
            image.State = ImageState.Gone;
        }

        foreach (var image in changes.Read)
        {
            image.State = ImageState.New;
            next.Add(ReadImageStep.For(image));
        }

        Refresh(known, remote, now);
        if (changes.Gone.Count > 0)
        {
            next.AddRange(imagesGone.Causes(new ImagesGone(product.ShopId, product.Id)));
        }

        return next;
    }

    private static void Refresh(List<SourceImage> known, IReadOnlyList<RemoteImage> remote, DateTimeOffset now)
    {
        var there = remote.ToDictionary(static image => image.MediaGid, StringComparer.Ordinal);
        foreach (var image in known)
        {
            if (!there.TryGetValue(image.MediaGid, out var current))
            {
                continue;
            }

            (image.Position, image.Alt) = (current.Position, current.Alt);
            image.Address = current.Address ?? image.Address;
            if (image.State != ImageState.New)
            {
                continue;
            }

            if (current.State == RemoteImageState.Failed)
            {
                image.Refuse(
                    "shopify_could_not_read_it",
                    $"Shopify could not process this picture{(current.Error is null ? "" : $": {current.Error}")} Upload it again as a JPEG or PNG."
                );
            }
            else if (current.State == RemoteImageState.Processing && now - image.SeenAt > GiveUpWaiting)
            {
                image.Refuse(
                    "shopify_still_processing",
                    "Shopify has been processing this picture for half an hour. Remove it and upload it again."
                );
            }
        }
    }

    // Webhooks tell when Shopify is done, but they get lost: half of the time waited so far, between 2 s and a minute.
    private TimeSpan WaitFor(List<SourceImage> known)
    {
        var since = known
            .Where(static image => image.State == ImageState.New)
            .Max(static image => (DateTimeOffset?)image.SeenAt);
        var half = since is { } seen ? (time.GetUtcNow() - seen) / 2 : TimeSpan.Zero;
        return TimeSpan.FromSeconds(Math.Clamp(half.TotalSeconds, 2, 60));
    }
}
