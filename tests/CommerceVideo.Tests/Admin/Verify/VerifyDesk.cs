using System.Security.Cryptography;
using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Records;
using CommerceVideo.Generation;
using CommerceVideo.Platform.Secrets;
using CommerceVideo.Platform.Signing;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Tests.Admin.Operations;
using CommerceVideo.Tests.Finishing;
using CommerceVideo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Admin.Verify;

/// <summary>The web role with one shop, one product and one finished film whose record is kept, as a stranger sees it.</summary>
internal sealed class VerifyDesk : IAsyncDisposable
{
    private readonly DirectoryInfo _storage;
    private readonly IHost _app;

    private VerifyDesk(AppDatabase database, WebApplication app, DirectoryInfo storage)
    {
        (Database, _app) = (database, app);
        _storage = storage;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public AppDatabase Database { get; }

    public HttpClient Client { get; }

    public SigningKeys Keys => _app.Services.GetRequiredService<SigningKeys>();

    public FilmRecord Record { get; private set; } = null!;

    public PlannedBrief Brief { get; private set; } = null!;

    public string Film => Path.Combine(_storage.FullName, "film.mp4");

    public static async Task<VerifyDesk> OpenAsync(params (string Name, string Value)[] settings)
    {
        var database = await AppDatabase.CreateAsync();
        var storage = Directory.CreateTempSubdirectory("verify-");
        var app = await WebRole.StartAsync(
            database.ConnectionString,
            "key",
            [("Storage:Folder", storage.FullName), ("PublicAddress", "https://videos.example"), .. settings]
        );
        var desk = new VerifyDesk(database, app, storage);
        await desk.FillAsync();
        return desk;
    }

    public async Task<string> PageAsync(string path) =>
        await (await Client.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsStringAsync();

    /// <summary>Keeps the record of a film as the finishing step does, and says which it is.</summary>
    public async Task<FilmRecord> KeepAsync(string name, bool generated, FilmBrand? brand = null)
    {
        await File.WriteAllTextAsync(Film, $"the bytes of {name}");
        var file = new FinishedFile(
            Path.Combine(_storage.FullName, $"{name}.mp4"),
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Film))),
            TakeBuilder.Facts(),
            new Poster("poster.jpg", new string('b', 64)),
            [new PlacementJudgement("meta.reels", new Judgement([], []))]
        );
        var records = Records();
        await using var db = Database.CreateDbContext();
        await records.KeepAsync(
            db,
            Brief,
            file,
            brand ?? FilmBrand.None,
            [Attempt()],
            generated,
            CancellationToken.None
        );
        await db.SaveChangesAsync();
        var id = records.AddressOf(Brief.Id, brand ?? FilmBrand.None, name).Id;
        return await db.FilmRecords.SingleAsync(record => record.Id == id);
    }

    public async Task<int> RunAsync(FormattableString sql)
    {
        await using var db = Database.CreateDbContext();
        return await db.Database.ExecuteSqlAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await ((IAsyncDisposable)_app).DisposeAsync();
        await Database.DisposeAsync();
        _storage.Delete(recursive: true);
    }

    private FilmRecords Records() =>
        new(
            Keys,
            _app.Services.GetRequiredService<IObjectStore>(),
            _app.Services.GetRequiredService<IConfiguration>(),
            _app.Services.GetRequiredService<IOptions<SecretOptions>>(),
            TimeProvider.System
        );

    private async Task FillAsync()
    {
        var (shop, product, image, brief) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await RunAsync(
            $"insert into shop (id, domain, installed_at) values ({shop}, 'secret-atelier.myshopify.com', now())"
        );
        await RunAsync(
            $"insert into product (id, shop_id, gid, title, tags, status, remote_updated_at, synced_at) values ({product}, {shop}, 'gid://shopify/Product/1', 'Linen <shirt>', array[]::text[], 'ACTIVE', now(), now())"
        );
        await RunAsync(
            $"insert into source_image (id, shop_id, product_id, media_gid, position, address, state, seen_at) values ({image}, {shop}, {product}, 'm', 1, 'a', 'accepted', now())"
        );
        Brief = new PlannedBrief
        {
            Id = brief,
            ShopId = shop,
            ProductId = product,
            SourceImageId = image,
            ContentHash = new string('c', 64),
            Use = Use.Social,
            State = BriefState.Finishing,
            Shots = "[]",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await using (var db = Database.CreateDbContext())
        {
            db.Briefs.Add(Brief);
            await db.SaveChangesAsync();
        }

        Record = await KeepAsync("9x16", generated: true);
    }

    private Attempt Attempt() =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = Brief.ShopId,
            BriefId = Brief.Id,
            Shot = 0,
            Number = 1,
            Provider = "kling",
            Model = "kling-3.0",
            Size = "1080p",
            Seconds = 5,
            Ratio = "9:16",
            Why = "",
            State = AttemptState.Collected,
            PriceAmount = 0.77m,
            PriceCurrency = "USD",
            RequestHash = new string('d', 64),
            ClipKey = $"{new string('e', 64)}.mp4",
            Clip =
                """{"File":"","Width":1,"Height":1,"Fps":24,"Seconds":5,"Focus":null,"Warnings":[],"Manifest":true}""",
            CreatedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
}
