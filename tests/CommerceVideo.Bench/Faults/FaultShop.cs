using CommerceVideo.Briefs;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Bench.Faults;

/// <summary>
/// A shop whose Briefs each have one approved attempt, written straight into the tables. They are of a kind that the studio
/// cannot film and of which a second Shot is never asked for, so that nothing is rendered, finished or published.
/// </summary>
internal sealed class FaultShop(NpgsqlDataSource rows)
{
    /// <summary>Refuses a second order of the same name, finds a lost one by it, and calls back.</summary>
    public const string CallsBack = "kling";

    /// <summary>None of these: of a lost answer nobody ever hears again, so a person has to decide.</summary>
    public const string TellsNothing = "wan";

    private static readonly FaultOrder[] Orders =
    [
        new(CallsBack, "kling-2.5-turbo", "kling-2.5-turbo", "720p", 5, 0.21m),
        new(TellsNothing, "wan-2.1-turbo", "wan2.1-i2v-turbo", "480P", 3, 0.108m),
        new(CallsBack, "kling-2.6", "kling-2.6", "720p", 5, 0.21m),
        new(TellsNothing, "wan-2.1-plus", "wan2.1-i2v-plus", "720P", 5, 0.5m),
        new(CallsBack, "kling-3.0", "kling-3.0", "720p", 3, 0.252m),
        new(TellsNothing, "wan-2.6", "wan2.6-i2v", "720P", 5, 0.5m),
        new(CallsBack, "kling-3.0-turbo", "kling-3.0-turbo", "720p", 3, 0.336m),
        new(TellsNothing, "wan-2.7", "wan2.7-i2v", "720P", 3, 0.3m),
    ];

    private static readonly string Shots = ShotJson.Write([
        new Shot("open", ShotStart.Picture, ShotMove.Walk, 3, new AspectRatio(4, 5), Loop: false, "They walk."),
        new Shot("close", ShotStart.Picture, ShotMove.Walk, 3, new AspectRatio(4, 5), Loop: false, "They turn."),
    ]);

    private const string MarkWord = "Order ";

    private const int Width = 300;

    private const int Height = 375;

    private readonly WorkQueue _queue = new(TimeProvider.System);
    private readonly Guid _shop = Guid.NewGuid();
    private readonly Guid _product = Guid.NewGuid();
    private string _hash = "";
    private int _asked;

    public static IReadOnlyList<string> Providers { get; } = [CallsBack, TellsNothing];

    public static IEnumerable<string> Models => Orders.Select(static order => order.Model);

    /// <summary>Our id of a model, from the name that its provider has for it.</summary>
    public static string? ModelOf(string wireName) => Array.Find(Orders, order => order.WireName == wireName)?.Model;

    /// <summary>What goes into every prompt, so that a provider without a name of ours on its jobs can be asked whose one is.</summary>
    private static string Mark(Guid brief) => $"{MarkWord}{brief:N}.";

    /// <returns>The Brief whose mark is in this prompt; null where there is none.</returns>
    public static Guid? MarkIn(string prompt) =>
        prompt.IndexOf(MarkWord, StringComparison.Ordinal) is >= 0 and var at
        && Guid.TryParseExact(
            prompt.AsSpan(at + MarkWord.Length)[..Math.Min(32, prompt.Length - at - MarkWord.Length)],
            "N",
            out var brief
        )
            ? brief
            : null;

    public async Task OpenAsync(string storage, CancellationToken ct)
    {
        var photo = Path.Combine(storage, "photo.png");
        Directory.CreateDirectory(storage);
        await DrawAsync(photo, ct);
        var studies = new PhotoStudies(new PhotoReader(new FfmpegRunner(), new PhotoRules()));
        var study = ((StudyOutcome.Studied)await studies.StudyAsync(photo, ct)).Study;
        _hash = study.ContentHash;
        var key = await KeepAsync(storage, photo, ct);
        await using var command = rows.CreateCommand(
            """
            with shop as (
              insert into shop (id, domain, installed_at) values ($1, 'faults.myshopify.com', now())
            ), product as (
              insert into product (id, shop_id, gid, title, tags, status, remote_updated_at, synced_at)
              values ($2, $1, 'gid://shopify/Product/1', 'Tee', '{}', 'ACTIVE', now(), now())
            )
            insert into source_image
              (id, shop_id, product_id, media_gid, position, address, state, content_hash, file_key, facts, seen_at)
            values ($2, $1, $2, '1', 1, '', 'accepted', $3, $4, $5::jsonb, now())
            """
        );
        command.Parameters.AddWithValue(_shop);
        command.Parameters.AddWithValue(_product);
        command.Parameters.AddWithValue(_hash);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(PictureFacts.Of(study).Write());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>So many more Briefs with their first attempt, and the work that these cause.</summary>
    public async Task AskAsync(int count, CancellationToken ct)
    {
        await using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseNpgsql(rows).Options);
        var now = TimeProvider.System.GetUtcNow();
        var work = new List<WorkRequest>();
        for (var one = 0; one < count; one++)
        {
            var order = Orders[_asked % Orders.Length];
            var brief = Guid.CreateVersion7(now);
            db.Briefs.Add(
                new PlannedBrief
                {
                    Id = brief,
                    ShopId = _shop,
                    ProductId = _product,
                    SourceImageId = _product,
                    ContentHash = _hash,
                    Use = Use.Lifestyle,
                    State = BriefState.Generating,
                    Shots = Shots,
                    Note = Mark(brief),
                    Version = ++_asked,
                    ApprovedAmount = 2,
                    ApprovedCurrency = Money.Dollars,
                    CreatedAt = now,
                }
            );
            var attempt = new Attempt
            {
                Id = Guid.CreateVersion7(now),
                ShopId = _shop,
                BriefId = brief,
                Shot = 0,
                Number = 1,
                Provider = order.Provider,
                Model = order.Model,
                Size = order.Size,
                Seconds = order.Seconds,
                Ratio = "4:5",
                Why = "",
                State = AttemptState.Planned,
                PriceAmount = order.Price,
                PriceCurrency = "USD",
                CreatedAt = now,
                ChangedAt = now,
            };
            db.Attempts.Add(attempt);
            work.Add(MakeShotStep.For(attempt));
        }

        await _queue.SaveAsync(db, work, ct);
    }

    /// <summary>The smallest that providers take: a plain product on a plain ground.</summary>
    private static Task DrawAsync(string file, CancellationToken ct) =>
        new FfmpegRunner().WriteAsync(
            new FfmpegCommand()
                .StandardInput("-f", "rawvideo", "-pixel_format", "gray", "-video_size", $"{Width}x{Height}")
                .With("-frames:v", "1")
                .Output(file, "-f", "image2", "-update", "1"),
            TimeSpan.FromMinutes(1),
            async (input, token) =>
            {
                var pixels = new byte[Width * Height];
                for (var at = 0; at < pixels.Length; at++)
                {
                    var (x, y) = (at % Width, at / Width);
                    pixels[at] = x is > 90 and < 210 && y is > 110 and < 280 ? (byte)70 : (byte)245;
                }

                await input.WriteAsync(pixels, token);
            },
            ct
        );

    private static async Task<string> KeepAsync(string storage, string photo, CancellationToken ct)
    {
        var bytes = await File.ReadAllBytesAsync(photo, ct);
        var options = Microsoft.Extensions.Options.Options.Create(
            new Platform.Storage.StorageOptions { Folder = storage }
        );
        var store = new Platform.Storage.DiskStore(options, null!);
        return (await store.PutAsync(new MemoryStream(bytes), "image/png", ct)).Key;
    }
}

/// <param name="WireName">The provider's own name of the model.</param>
internal sealed record FaultOrder(
    string Provider,
    string Model,
    string WireName,
    string Size,
    int Seconds,
    decimal Price
);
