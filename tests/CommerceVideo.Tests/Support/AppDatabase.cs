using CommerceVideo.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Tests.Support;

/// <summary>A database of its own at the newest schema, with the contexts that the app makes.</summary>
internal sealed class AppDatabase : IDbContextFactory<AppDb>, IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly NpgsqlDataSource _source;

    private AppDatabase(TestDatabase database) =>
        (_database, _source) = (database, NpgsqlDataSource.Create(database.ConnectionString));

    public string ConnectionString => _database.ConnectionString;

    public static async Task<AppDatabase> CreateAsync() => new(await TestDatabase.CreateAsync(MigrateAsync));

    public static async Task MigrateAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(source, CancellationToken.None);
    }

    public AppDb CreateDbContext() => new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(_source).Options);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
