using CommerceVideo.Platform;
using CommerceVideo.Platform.Database;
using CommerceVideo.Shops;
using CommerceVideo.VideoModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Routing.Commands;

/// <summary>What the routing verbs are put together from: the register and the settings, and the database where one is set.</summary>
internal sealed class RoutingProgram : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private RoutingProgram(ServiceProvider services, bool hasDatabase) =>
        (_services, HasDatabase) = (services, hasDatabase);

    public bool HasDatabase { get; }

    public IServiceProvider Services => _services;

    public DateTimeOffset Now => _services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <param name="now">The moment to pretend; null for the clock's.</param>
    /// <param name="more">What a verb needs besides.</param>
    public static RoutingProgram Start(DateTimeOffset? now, Action<IServiceCollection>? more = null)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json")
            .AddEnvironmentVariables()
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddLogging()
            .AddSingleton(Clock.StartingAt(now?.ToString("O") ?? settings["Clock:StartsAt"]))
            .AddVideoModels(settings)
            .AddInstalledModels()
            .AddScoped<ModelStandings>()
            .AddScoped<RouteChoices>();
        var hasDatabase = !string.IsNullOrWhiteSpace(settings.GetConnectionString("Database"));
        if (hasDatabase)
        {
            services.AddDatabase(settings);
        }

        more?.Invoke(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return new RoutingProgram(provider, hasDatabase);
    }

    public T Setting<T>(string section)
        where T : new() => _services.GetRequiredService<IConfiguration>().GetSection(section).Get<T>() ?? new T();

    /// <summary>As the shop stands; as the installation stands where there is no database or no shop yet.</summary>
    /// <param name="shop">A shop's domain; null for the only one there is.</param>
    /// <param name="category">Whose results count; null for all.</param>
    public async Task<IReadOnlyList<ModelStanding>> StandingsAsync(string? shop, string? category, CancellationToken ct)
    {
        if (!HasDatabase)
        {
            return shop is null
                ? _services.GetRequiredService<InstalledModels>().Standings()
                : throw new WrongUsageException("--shop needs a database: set ConnectionStrings__Database.");
        }

        await using var scope = _services.CreateAsyncScope();
        var id = await ShopAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), shop, ct);
        return id is { } known
            ? await scope.ServiceProvider.GetRequiredService<ModelStandings>().OfShopAsync(known, category, ct)
            : _services.GetRequiredService<InstalledModels>().Standings();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static async Task<Guid?> ShopAsync(AppDb db, string? domain, CancellationToken ct)
    {
        var shops = await db
            .Shops.Where(shop => shop.UninstalledAt == null && (domain == null || shop.Domain == domain))
            .OrderBy(static shop => shop.Id)
            .Select(static shop => shop.Id)
            .Take(2)
            .ToListAsync(ct);
        return shops.Count == 1 ? shops[0]
            : domain is not null ? throw new WrongUsageException($"There is no shop '{domain}'.")
            : shops.Count > 1 ? throw new WrongUsageException("There are several shops: say which with --shop.")
            : null;
    }
}
