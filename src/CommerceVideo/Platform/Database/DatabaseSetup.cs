using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Platform.Database;

internal static class DatabaseSetup
{
    public const string ConnectionName = "Database";

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection =
            configuration.GetConnectionString(ConnectionName)
            ?? throw new InvalidOperationException(
                "No database is configured. Set ConnectionStrings__Database, or use ./start, which brings one."
            );
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
        // Registers the scoped context as well; the factory is for what must save apart from the caller's changes.
        services.AddDbContextFactory<AppDb>(
            static (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
        );
        return services;
    }
}
