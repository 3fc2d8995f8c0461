using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Platform.Database;

internal static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration settings)
    {
        var connection = settings.DatabaseConnection();
        services.AddSingleton(_ => NpgsqlDataSource.Create(connection));

        // Registers the scoped context as well; the factory is for what must save apart from the caller's changes.
        services.AddDbContextFactory<AppDb>(
            static (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
        );
        return services;
    }

    /// <exception cref="MissingSettingException">None is configured; the message says what to set.</exception>
    public static string DatabaseConnection(this IConfiguration settings) =>
        settings.GetConnectionString("Database")
        ?? throw new MissingSettingException(
            "No database is configured. Set ConnectionStrings__Database, or use ./start, which brings one."
        );
}
