using System.Security.Cryptography;
using System.Text;
using CommerceVideo.Tests.Support;
using CommerceVideo.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CommerceVideo.Tests.Webhooks;

/// <summary>The webhook edge on a real server and a real database, as the app hosts it.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Secret = "shpss_current_secret";
    public const string Shop = "dev-atelier.myshopify.com";

    private readonly WebApplication _app;

    private WebhookHost(WebApplication app, string connectionString)
    {
        _app = app;
        ConnectionString = connectionString;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public string ConnectionString { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<WebhookHost> StartAsync(
        string connectionString,
        Action<WebhookOptions>? configure = null,
        Action<IServiceCollection>? services = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddShopifyWebhooks(options =>
        {
            options.ConnectionString = connectionString;
            options.Secrets = [Secret];
            configure?.Invoke(options);
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapShopifyWebhooks();
        app.MapFallback(() => "a page");
        await app.StartAsync(CancellationToken.None);
        return new WebhookHost(app, connectionString);
    }

    /// <summary>Makes the table as the app's migration does.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var sql = Path.Combine(Repository.Root, "src/CommerceVideo/Platform/Database/Schema/0001_delivery.sql");
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(sql, CancellationToken.None));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public static string Sign(ReadOnlySpan<byte> body, string secret = Secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    public static HttpRequestMessage Delivery(string id, byte[] body, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, ShopifyWebhooks.Path)
        {
            Content = new ByteArrayContent(body),
        };
        request.Headers.Add("X-Shopify-Topic", "products/update");
        request.Headers.Add("X-Shopify-Shop-Domain", Shop);
        request.Headers.Add("X-Shopify-Webhook-Id", id);
        request.Headers.Add("X-Shopify-Hmac-Sha256", signature ?? Sign(body));
        return request;
    }

    public async Task<int> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Client.SendAsync(request, CancellationToken.None);
            return (int)response.StatusCode;
        }
    }

    public Task<int> SendAsync(string id, string body = """{"id":1}""") =>
        SendAsync(Delivery(id, Encoding.UTF8.GetBytes(body)));

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
