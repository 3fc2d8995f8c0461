using System.Net.Http.Headers;
using CommerceVideo.Shops;
using CommerceVideo.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace CommerceVideo.Tests.Admin.Operations;

/// <summary>The web role on a database of its own with two shops, and an operator who carries the key.</summary>
internal sealed class OperatorDesk : IAsyncDisposable
{
    public const string Domain = "atelier.myshopify.com";

    public const string OtherDomain = "other.myshopify.com";

    private readonly DirectoryInfo _storage;
    private readonly WebApplication _app;

    private OperatorDesk(AppDatabase database, WebApplication app, DirectoryInfo storage)
    {
        (Database, _app, _storage) = (database, app, storage);
        Client = new HttpClient { BaseAddress = new Uri($"{app.Urls.Single()}/operations/") };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "key");
    }

    public AppDatabase Database { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public Guid Shop { get; } = Guid.CreateVersion7();

    public int KeptFiles => Directory.EnumerateFiles(_storage.FullName, "*.jpg", SearchOption.AllDirectories).Count();

    public static async Task<OperatorDesk> OpenAsync(params (string Name, string Value)[] settings)
    {
        var database = await AppDatabase.CreateAsync();
        var storage = Directory.CreateTempSubdirectory("desk");
        var app = await WebRole.StartAsync(
            database.ConnectionString,
            "key",
            [("Storage:Folder", storage.FullName), .. settings]
        );
        var desk = new OperatorDesk(database, app, storage);
        await using var db = database.CreateDbContext();
        db.Shops.Add(Row(desk.Shop, Domain));
        db.Shops.Add(Row(Guid.CreateVersion7(), OtherDomain));
        await db.SaveChangesAsync(CancellationToken.None);
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        _storage.Delete(recursive: true);
    }

    private static Shop Row(Guid id, string domain) =>
        new()
        {
            Id = id,
            Domain = domain,
            InstalledAt = DateTimeOffset.UnixEpoch,
        };
}
