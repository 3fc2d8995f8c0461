using CommerceVideo.Briefs;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform.Database;
using CommerceVideo.Routing;
using CommerceVideo.Shops;
using CommerceVideo.Tests.Support;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Keys;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.Routing;

/// <summary>A shop with a knit, its picture and a Brief, in a real database, and two paid models beside the studio.</summary>
internal sealed class ShopRows : IAsyncDisposable
{
    private ShopRows(AppDatabase database) => Database = database;

    public AppDatabase Database { get; }

    public HandClock Time { get; } = new();

    public Guid Shop { get; } = Guid.CreateVersion7();

    public Product Knit { get; private set; } = null!;

    /// <summary>As the installation is set up; the shop's own keys come from the database.</summary>
    public static InstalledModels Installed { get; } =
        new(
            new ModelRegister(
                [
                    Catalogue.Model("ends-1", (5, 5, 5, 5, 5), 0.10m, 1, 15),
                    Catalogue.Model("stays-1", (3, 3, 3, 3, 3), 0.05m, 1, 15),
                    StudioCard.Model,
                ],
                ["all"]
            ),
            [
                new ProviderCard("ends", "Ends", NeedsKey: true, new ProviderKey("a key")),
                new ProviderCard("stays", "Stays", NeedsKey: true, Key: null),
                StudioCard.Provider,
            ]
        );

    public static async Task<ShopRows> CreateAsync()
    {
        var rows = new ShopRows(await AppDatabase.CreateAsync());
        await using var db = rows.Database.CreateDbContext();
        db.Shops.Add(
            new Shop
            {
                Id = rows.Shop,
                Domain = "dev-atelier.myshopify.com",
                InstalledAt = rows.Time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
        rows.Knit = new Product
        {
            Id = Guid.CreateVersion7(),
            ShopId = rows.Shop,
            Gid = "gid://shopify/Product/1",
            Title = "Cable knit sweater",
            ProductType = "Knitwear",
            Tags = [],
            Status = "ACTIVE",
            RemoteUpdatedAt = rows.Time.GetUtcNow(),
            SyncedAt = rows.Time.GetUtcNow(),
        };
        db.Products.Add(rows.Knit);
        await db.SaveChangesAsync();
        return rows;
    }

    public ModelStandings Standings(AppDb db) => new(db, Installed, new ProviderCircuits(Time), Time);

    /// <summary>The shop brings a key of its own.</summary>
    public Task KeyAsync(string provider) =>
        SaveAsync(
            new ShopProviderKey
            {
                ShopId = Shop,
                Provider = provider,
                Sealed = [1],
                ChangedAt = Time.GetUtcNow(),
            }
        );

    private static PictureFacts Facts { get; } =
        new(
            900,
            1600,
            GroundKind.Plain,
            MaskKind.PlainGround,
            0.9,
            0.4,
            new PixelBox(200, 300, 500, 900),
            Person: false
        );

    public async Task<PlannedBrief> BriefAsync(string hash, BriefState state = BriefState.Done, string? wanted = null)
    {
        var image = new SourceImage
        {
            Id = Guid.CreateVersion7(),
            ShopId = Shop,
            ProductId = Knit.Id,
            MediaGid = $"gid://shopify/MediaImage/{hash}",
            Position = 0,
            Address = "https://cdn.example/a.jpg",
            State = ImageState.Accepted,
            ContentHash = hash,
            Facts = Facts.Write(),
            SeenAt = Time.GetUtcNow(),
        };
        await SaveAsync(image);
        var brief = new PlannedBrief
        {
            Id = Guid.CreateVersion7(),
            ShopId = Shop,
            ProductId = Knit.Id,
            SourceImageId = image.Id,
            ContentHash = hash,
            Use = Use.Page,
            State = state,
            Shots = ShotJson.Write([Catalogue.Shot()]),
            Note = "Show the cuff.",
            WantedModel = wanted,
            CreatedAt = Time.GetUtcNow(),
        };
        await SaveAsync(brief);
        return brief;
    }

    public Task AttemptAsync(
        PlannedBrief brief,
        string model,
        int number = 1,
        AttemptState state = AttemptState.Collected
    ) =>
        SaveAsync(
            new Attempt
            {
                Id = Guid.CreateVersion7(),
                ShopId = Shop,
                BriefId = brief.Id,
                Shot = 0,
                Number = number,
                Provider = model.Split('-')[0],
                Model = model,
                Size = "1080p",
                Seconds = 6,
                Ratio = "4:5",
                Why = "Best.",
                State = state,
                PriceAmount = 0.6m,
                PriceCurrency = "USD",
                CreatedAt = Time.GetUtcNow(),
                ChangedAt = Time.GetUtcNow(),
            }
        );

    public async Task EventsAsync(
        string model,
        ModelEventKind kind,
        int times,
        string? detail = null,
        double? seconds = null,
        string category = "knit"
    )
    {
        await using var db = Database.CreateDbContext();
        for (var time = 0; time < times; time++)
        {
            db.ModelEvents.Add(
                new ModelEvent
                {
                    ShopId = Shop,
                    Provider = model.Split('-')[0],
                    Model = model,
                    Category = category,
                    Kind = kind,
                    Detail = detail,
                    Seconds = seconds,
                    At = Time.GetUtcNow(),
                }
            );
        }

        await db.SaveChangesAsync();
    }

    public async Task SaveAsync(object row)
    {
        await using var db = Database.CreateDbContext();
        db.Add(row);
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
