using System.Collections.Concurrent;
using System.Net;
using CommerceVideo.Platform;
using CommerceVideo.Shops;
using CommerceVideo.Shops.Admin;
using CommerceVideo.Shops.Tokens;
using CommerceVideo.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceVideo.Tests.Shops;

/// <summary>The whole road of a token, wired as the app wires it, with every log line kept.</summary>
public sealed class ScrubbedLogTests
{
    private const string Marker = ShopOnHand.Marker;

    [Fact]
    public async Task No_log_line_tells_a_token_or_a_secret_however_much_is_logged()
    {
        await using var database = await AppDatabase.CreateAsync();
        var lines = new Lines();
        using var far = new StubHttp()
            .Answers(ShopOnHand.Grant(1))
            .Answers("{}", HttpStatusCode.Unauthorized)
            .Answers(ShopOnHand.Grant(2))
            .Answers("{}", HttpStatusCode.InternalServerError);
        await using var services = Services(database.ConnectionString, lines, far);
        await using var scope = services.CreateAsyncScope();

        var shop = await scope
            .ServiceProvider.GetRequiredService<ShopTokens>()
            .InstallAsync(ShopOnHand.Domain, $"session {Marker}", CancellationToken.None);
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            scope
                .ServiceProvider.GetRequiredService<AdminApi>()
                .AskAsync<object>(shop.Id, AdminDocument.ReadProduct, new { id = "1" }, CancellationToken.None)
        );

        Assert.Equal(4, far.Calls.Count);
        Assert.Contains(lines.All, static line => line.Contains("/admin/api/", StringComparison.Ordinal));
        Assert.Contains(lines.All, static line => line.Contains("for update", StringComparison.Ordinal));
        Assert.DoesNotContain(lines.All, static line => line.Contains(Marker, StringComparison.Ordinal));
    }

    private static ServiceProvider Services(string connection, Lines lines, StubHttp far)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["ConnectionStrings:Database"] = connection,
                    ["Secrets:Key"] = Convert.ToBase64String(new byte[32]),
                    ["Shopify:ApiKey"] = "client",
                    ["Shopify:ApiSecret"] = $"shpss_{Marker}_0123456789abcdef0123456789",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        services.AddPlatform(settings).AddShops();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => far));
        return services.BuildServiceProvider();
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = new();

        public IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            _all.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _all.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
