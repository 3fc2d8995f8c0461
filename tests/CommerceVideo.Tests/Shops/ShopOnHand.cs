using CommerceVideo.Platform.Secrets;
using CommerceVideo.Shops;
using CommerceVideo.Shops.Admin;
using CommerceVideo.Shops.Tokens;
using CommerceVideo.Tests.Support;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Tests.Shops;

/// <summary>A shop in a real database, with Shopify's token endpoint and Admin API answered by hand.</summary>
internal sealed class ShopOnHand : IAsyncDisposable
{
    public const string Domain = "dev-atelier.myshopify.com";

    /// <summary>Every secret in here carries it; it must come out nowhere.</summary>
    public const string Marker = "MARKER5ecret";

    private readonly List<HttpClient> _clients = [];

    private ShopOnHand(AppDatabase database) => Database = database;

    public AppDatabase Database { get; }

    public LeapingTime Time { get; } = new();

    /// <summary>Shopify's answers at <c>/admin/oauth/access_token</c>.</summary>
    public StubHttp Grants { get; } = new();

    /// <summary>Shopify's answers at <c>/graphql.json</c>.</summary>
    public StubHttp Admin { get; } = new();

    public Guid Id { get; private set; }

    public ShopTokens Tokens => new(Database, Endpoint, Secrets, Time);

    public AdminApi Api => new(Client(Admin), Tokens, Database, Settings, Time);

    public TokenEndpoint Endpoint => new(Client(Grants), Settings);

    private static SecretBox Secrets { get; } = new(new byte[32]);

    public static IOptions<ShopifyOptions> Settings { get; } =
        Options.Create(new ShopifyOptions { ApiKey = "client", ApiSecret = $"shpss_{Marker}" });

    public static async Task<ShopOnHand> CreateAsync() => new(await AppDatabase.CreateAsync());

    /// <summary>With a first pair of tokens: access 1 and refresh 1.</summary>
    public static async Task<ShopOnHand> InstalledAsync()
    {
        var shop = await CreateAsync();
        shop.Grants.Answers(Grant(1));
        shop.Id = (await shop.Tokens.InstallAsync(Domain, $"session {Marker}", CancellationToken.None)).Id;
        return shop;
    }

    public static string Access(int number) => $"shpat_{Marker}_{number}";

    public static string Refresh(int number) => $"shprt_{Marker}_{number}";

    public static string Grant(int number) =>
        $$"""
            {"access_token":"{{Access(number)}}","scope":"write_products","expires_in":3600,
             "refresh_token":"{{Refresh(number)}}","refresh_token_expires_in":7776000}
            """;

    public Task<string?> TokenAsync(string? rejected = null) =>
        Tokens.AccessTokenAsync(Id, rejected, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(static client => client.Dispose());
        await Database.DisposeAsync();
    }

    private HttpClient Client(StubHttp far)
    {
        var client = new HttpClient(far, disposeHandler: false);
        _clients.Add(client);
        return client;
    }
}
