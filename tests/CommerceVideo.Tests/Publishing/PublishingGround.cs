using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Finishing;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Outbound;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Publishing;
using CommerceVideo.Shops.Admin;
using CommerceVideo.Tests.Shops;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Publishing;

/// <summary>What a publication stands on: a product with one picture and one finished video, in a real database and a real store.</summary>
internal sealed class PublishingGround : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly ForeignFetch _foreign = new(allowLoopback: true);
    private readonly ShopOnHand _shop;
    private readonly DiskStore _store;

    public PublishingGround(ShopOnHand shop)
    {
        _shop = shop;
        _store = new DiskStore(
            Options.Create(new StorageOptions { Folder = _folder.Path }),
            new MediaLinks(new Uri("http://localhost"), new byte[32], shop.Time)
        );
    }

    /// <summary>Plans one publication on a product of its own and gives it a step that runs.</summary>
    public async Task<(Guid Publication, WorkRun Run)> PlanAsync()
    {
        using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
        var stored = await _store.PutAsync(bytes, "video/mp4", CancellationToken.None);
        var product = Product();
        var image = Image(product, stored.Sha256);
        var brief = Brief(image);
        var rendition = Rendition(brief, stored);
        var publication = Publication(product, rendition);
        await using var db = _shop.Database.CreateDbContext();

        // One after the other: the tables know of each other, the model does not.
        foreach (var row in new object[] { product, image, brief, rendition, publication })
        {
            db.Add(row);
            await db.SaveChangesAsync();
        }

        return (publication.Id, await RunAsync(db, product));
    }

    /// <summary>One run on what the database says now.</summary>
    /// <returns>As <see cref="PublicationMover.AdvanceAsync"/>.</returns>
    public async Task<TimeSpan?> AdvanceAsync(Guid id, WorkRun run, HttpMessageHandler shopify)
    {
        using var http = new HttpClient(shopify, disposeHandler: false);
        var admin = new AdminApi(http, _shop.Tokens, _shop.Database, ShopOnHand.Settings, _shop.Time);
        await using var db = _shop.Database.CreateDbContext();
        var publication = await db.Publications.SingleAsync(p => p.Id == id);
        var product = await db.Products.SingleAsync(p => p.Id == publication.ProductId);
        var rendition = await db.Renditions.SingleAsync(r => r.Id == publication.RenditionId);
        var brief = await db.Briefs.SingleAsync(b => b.Id == rendition.BriefId);
        var image = await db.SourceImages.SingleAsync(i => i.Id == brief.SourceImageId);
        return await new PublicationMover(
            db,
            new ProductMedia(admin),
            new StagedUpload(_foreign),
            _store,
            _shop.Time
        ).AdvanceAsync(
            run,
            product,
            new PublicationInHand(publication, rendition, brief, image),
            new HashSet<string>(),
            replaced: true,
            CancellationToken.None
        );
    }

    public async Task<Publication> ReadAsync(Guid id)
    {
        await using var db = _shop.Database.CreateDbContext();
        return await db.Publications.AsNoTracking().SingleAsync(p => p.Id == id);
    }

    public void Dispose()
    {
        _foreign.Dispose();
        _folder.Dispose();
    }

    private async Task<WorkRun> RunAsync(DbContext db, Product product)
    {
        var (key, lease) = (product.Id.ToString("N"), Guid.NewGuid());
        var work = await db
            .Database.SqlQuery<long>(
                $"""
                insert into work (kind, key, shop_id, lane, urgency, state, due_at, lease)
                values ({PublishProductStep.Kind}, {key}, {_shop.Id}, 'light', 1, 'running', now(), {lease})
                returning id as "Value"
                """
            )
            .ToListAsync();
        return new WorkRun(work[0], PublishProductStep.Kind, key, _shop.Id, 1, lease, new WorkQueue(_shop.Time));
    }

    private Product Product() =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = _shop.Id,
            Gid = $"gid://shopify/Product/{Guid.NewGuid():N}",
            Title = "Red dress",
            Tags = [],
            Status = "ACTIVE",
            RemoteUpdatedAt = _shop.Time.GetUtcNow(),
            SyncedAt = _shop.Time.GetUtcNow(),
        };

    private SourceImage Image(Product product, string hash) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = _shop.Id,
            ProductId = product.Id,
            MediaGid = FickleShopify.Picture,
            Position = 0,
            Address = "https://cdn.example/a.jpg",
            State = ImageState.Accepted,
            ContentHash = hash,
            SeenAt = _shop.Time.GetUtcNow(),
        };

    private PlannedBrief Brief(SourceImage image) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = _shop.Id,
            ProductId = image.ProductId,
            SourceImageId = image.Id,
            ContentHash = image.ContentHash!,
            Use = Use.Page,
            State = BriefState.Publishing,
            Shots = "[]",
            CreatedAt = _shop.Time.GetUtcNow(),
        };

    private Rendition Rendition(PlannedBrief brief, StoredObject stored) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = _shop.Id,
            BriefId = brief.Id,
            Placement = "shopify.product",
            FileKey = stored.Key,
            Sha256 = stored.Sha256,
            Bytes = stored.Bytes,
            PosterKey = stored.Key,
            Seconds = 7,
            Width = 1080,
            Height = 1350,
            CreatedAt = _shop.Time.GetUtcNow(),
        };

    private Publication Publication(Product product, Rendition rendition) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = _shop.Id,
            ProductId = product.Id,
            RenditionId = rendition.Id,
            Channel = CommerceVideo.Publishing.Publication.ShopifyChannel,
            State = PublicationState.Planned,
            Alt = AltText.Of(product.Title),
            ChangedAt = _shop.Time.GetUtcNow(),
        };
}
