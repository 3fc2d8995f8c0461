using CommerceVideo.Brands;
using CommerceVideo.Briefs;
using CommerceVideo.Budgets;
using CommerceVideo.Catalog;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Storage;
using CommerceVideo.Routing;
using CommerceVideo.Sandbox.Start;
using CommerceVideo.Tests.Support;
using CommerceVideo.Tests.VideoModels.Contract;
using CommerceVideo.VideoModels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommerceVideo.Tests.Generation;

/// <summary>
/// The steps of Generation as the worker runs them, on a database of their own, speaking to Kling's strict stand-in, which calls
/// back. Time leaps, for both, over all waiting.
/// </summary>
public class GenerationGround : IAsyncLifetime
{
    public const string First = "kling-3.0";

    public const string Second = "kling-2.6";

    /// <summary>The model that the shop wants first; null for none.</summary>
    protected virtual string? Choice => First;

    /// <summary>The models in use.</summary>
    protected virtual string Allowed => $"{First},{Second},studio";

    private readonly MovedClock _clock = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("generation");
    private TestDatabase _database = null!;
    private IHost _host = null!;
    private TimeSpan _behind;
    private Guid _shop;
    private string _photo = "";
    private PhotoStudy _study = null!;

    /// <summary>Settings of one test's own.</summary>
    internal Dictionary<string, string?> More { get; } = new(StringComparer.Ordinal);

    internal DrawnPhotos Photos { get; } = new();

    internal StandIns StandIns { get; private set; } = null!;

    internal Uri Web { get; private set; } = null!;

    internal Guid Shop => _shop;

    internal IServiceProvider Services => _host.Services;

    internal NpgsqlDataSource Rows => Services.GetRequiredService<NpgsqlDataSource>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(AppDatabase.MigrateAsync);
        StandIns = await StandIns.StartAsync("kling");
        await StandIns.TellAsync("kling", "options", new { concurrent = 1000 });
        Web = new Uri($"http://127.0.0.1:{LoopbackPort.Any()}/");
        _host = Build();
        await _host.StartAsync();
        _photo = await Photos.DrawAsync(400, 500);
        var studies = Services.GetRequiredService<PhotoStudies>();
        _study = Assert.IsType<StudyOutcome.Studied>(await studies.StudyAsync(_photo, default)).Study;
        _shop = Guid.NewGuid();
        await ExecuteAsync(
            "insert into shop (id, domain, installed_at) values ($1, $2, $3)",
            _shop,
            $"{_shop:N}",
            _clock.GetUtcNow()
        );

        if (Choice is { } choice)
        {
            // The shop's choice comes first, and others follow it.
            await ExecuteAsync(
                "insert into route_choice (shop_id, product_type, wanted) values ($1, '', $2)",
                _shop,
                choice
            );
        }
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await StandIns.DisposeAsync();
        await _database.DisposeAsync();
        Photos.Dispose();
        _folder.Delete(recursive: true);
    }

    internal static Shot Open { get; } =
        new("open", ShotStart.Picture, ShotMove.PushIn, 3, new AspectRatio(4, 5), Loop: false, "Come closer.");

    /// <summary>A Brief whose work is due; of one Shot, where no others are given.</summary>
    /// <param name="note">Its person's wish: the stand-in reads its scripts out of it.</param>
    /// <param name="approved">Null where its worst case is still to be approved.</param>
    /// <param name="wanted">The one model that may make it; null for the shop's choice and those who follow.</param>
    internal async Task<Guid> BriefAsync(
        string? note = null,
        decimal? approved = 10,
        string? wanted = null,
        IReadOnlyList<Shot>? shots = null,
        Func<Shot, Shot>? change = null,
        Use use = Use.Page
    )
    {
        await using var db = Db();
        var now = _clock.GetUtcNow();
        var (product, image, brief) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await using var file = File.OpenRead(_photo);
        var kept = await Services.GetRequiredService<IObjectStore>().PutAsync(file, "image/jpeg", default);
        db.Products.Add(
            new Product
            {
                Id = product,
                ShopId = _shop,
                Gid = $"gid://shopify/Product/{product:N}",
                Title = "Tee",
                Tags = [],
                Status = "ACTIVE",
                RemoteUpdatedAt = now,
                SyncedAt = now,
            }
        );
        await db.SaveChangesAsync();
        db.SourceImages.Add(
            new SourceImage
            {
                Id = image,
                ShopId = _shop,
                ProductId = product,
                MediaGid = "1",
                Position = 1,
                Address = "",
                State = ImageState.Accepted,
                ContentHash = _study.ContentHash,
                FileKey = kept.Key,
                Facts = PictureFacts.Of(_study).Write(),
                SeenAt = now,
            }
        );
        await db.SaveChangesAsync();
        db.Briefs.Add(
            new PlannedBrief
            {
                Id = brief,
                ShopId = _shop,
                ProductId = product,
                SourceImageId = image,
                ContentHash = _study.ContentHash,
                Use = use,
                State = BriefState.Generating,
                Shots = ShotJson.Write(shots ?? [change?.Invoke(Open) ?? Open]),
                Note = note,
                WantedModel = wanted,
                ApprovedAmount = approved,
                ApprovedCurrency = approved is null ? null : Money.Dollars,
                CreatedAt = now,
            }
        );
        await Services.GetRequiredService<WorkQueue>().SaveAsync(db, [StartShotsStep.For(_shop, brief)], default);
        return brief;
    }

    /// <summary>Runs what is due and leaps to what will be, until it is so or nothing is due within that time.</summary>
    internal async Task LiveAsync(TimeSpan? most = null, Func<Task<bool>>? until = null)
    {
        var end = _clock.GetUtcNow() + (most ?? TimeSpan.FromMinutes(5));
        var runner = Services.GetRequiredService<WorkRunner>();
        while ((until is null || !await until()) && await NextAsync() is { } next && next.Due <= end)
        {
            if (next.Due - _clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                await LeapAsync(wait);
            }

            await runner.RunAsync(next.Id, died: null, default);
        }
    }

    internal Task LiveUntilAsync(Guid brief, AttemptState state, TimeSpan? most = null) =>
        LiveAsync(most, async () => (await AttemptsAsync(brief)).Any(attempt => attempt.State == state));

    internal async Task LeapAsync(TimeSpan by)
    {
        _clock.Move(by);
        await StandIns.AdvanceAsync(by);
    }

    /// <summary>Time passes for us alone: the provider is slower than anybody expects. To be made up for.</summary>
    internal void FallBehind(TimeSpan by)
    {
        _clock.Move(by);
        _behind += by;
    }

    internal async Task CatchUpAsync()
    {
        await StandIns.AdvanceAsync(_behind);
        _behind = TimeSpan.Zero;
    }

    internal async Task<Attempt[]> AttemptsAsync(Guid brief)
    {
        await using var db = Db();
        return await db.Attempts.AsNoTracking().Where(a => a.BriefId == brief).OrderBy(a => a.Number).ToArrayAsync();
    }

    internal async Task<Charge?> ChargeAsync(Guid attempt)
    {
        await using var db = Db();
        return await db.Charges.AsNoTracking().SingleOrDefaultAsync(charge => charge.Id == attempt);
    }

    internal async Task<PlannedBrief> BriefOfAsync(Guid brief)
    {
        await using var db = Db();
        return await db.Briefs.AsNoTracking().SingleAsync(one => one.Id == brief);
    }

    /// <summary>The provider's jobs of this Brief, as it keeps them.</summary>
    internal async Task<StandInJob[]> JobsAsync(Guid brief)
    {
        var ours = (await AttemptsAsync(brief)).Select(static attempt => $"{attempt.Id:N}").ToHashSet();
        return
        [
            .. (await StandIns.JobsAsync("kling"))
                .Select(StandInJob.Of)
                .Where(job => ours.Contains(job.Generation ?? "")),
        ];
    }

    /// <summary>What this Brief's attempts are held to cost, against what the provider billed for them.</summary>
    internal async Task<(decimal Ledger, decimal Billed)> BooksAsync(Guid brief)
    {
        var booked = 0m;
        foreach (var attempt in await AttemptsAsync(brief))
        {
            booked += (await ChargeAsync(attempt.Id)) is { } charge ? charge.Settled ?? charge.Reserved : 0;
        }

        return (booked, (await JobsAsync(brief)).Sum(static job => job.Billed));
    }

    internal AppDb Db() => new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(Rows).Options);

    internal async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Rows.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    internal async Task ScopedAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<(long Id, DateTimeOffset Due)?> NextAsync()
    {
        await using var command = Services
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select id, due_at from work where state in ('due', 'handed') order by due_at, id limit 1");
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(More)
            {
                ["ConnectionStrings:Database"] = _database.ConnectionString,
                ["PublicAddress"] = Web.GetLeftPart(UriPartial.Authority),
                ["Storage:Folder"] = Path.Combine(_folder.FullName, "storage"),
                ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
                ["Outbound:AllowLoopback"] = "true",
                ["Rendering:Scale"] = "0.1",
                ["Budgets:Day"] = "1000",
                ["Budgets:Month"] = "10000",
                ["Models:Allowed"] = Allowed,
                ["VideoModels:Kling:BaseAddress"] = StandIns.Address("kling").AbsoluteUri,
                ["VideoModels:Kling:ApiKey"] = StandIns.Key("kling"),
                ["VideoModels:Kling:WebhookSecrets:0"] = StandIns.Setting("kling", "WebhookSecrets__0"),
                ["VideoModels:Kling:GiveUpAfter"] = "00:00:01",
            }
        );
        builder.WebHost.UseUrls(Web.AbsoluteUri);
        builder.Logging.ClearProviders();
        builder
            .Services.AddPlatform(builder.Configuration)
            .AddStorage(builder.Configuration)
            .AddWorkQueue()
            .AddPictures()
            .AddVideoModels(builder.Configuration)
            .AddBudgets()
            .AddBrands()
            .AddModelRouting()
            .AddAttempts()
            .AddGeneration();
        builder.Services.AddSingleton<TimeProvider>(_clock).AddSingleton<WorkTable>().AddSingleton<WorkRunner>();
        var app = builder.Build();
        app.MapCallbacks();
        return app;
    }
}
