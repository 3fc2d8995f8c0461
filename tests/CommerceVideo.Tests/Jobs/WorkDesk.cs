using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using CommerceVideo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CommerceVideo.Tests.Jobs;

/// <summary>The work table on a database of its own, with a clock that the test moves; no Quartz.</summary>
internal sealed class WorkDesk : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private WorkDesk(TestDatabase database)
    {
        _database = database;
        Rows = NpgsqlDataSource.Create(database.ConnectionString);
        Table = new WorkTable(Rows, Clock);
        Queue = new WorkQueue(Clock);
    }

    public HandClock Clock { get; } = new();

    public NpgsqlDataSource Rows { get; }

    public WorkTable Table { get; }

    public WorkQueue Queue { get; }

    public static async Task<WorkDesk> OpenAsync() => new(await TestDatabase.CreateAsync(MigrateAsync));

    public AppDb Db() => new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(Rows).Options);

    public async Task<Guid> ShopAsync()
    {
        var id = Guid.NewGuid();
        await ExecuteAsync(
            "insert into shop (id, domain, installed_at) values ($1, $2, $3)",
            id,
            $"{id:N}",
            Clock.GetUtcNow()
        );
        return id;
    }

    public async Task AskAsync(params IReadOnlyCollection<WorkRequest> requests)
    {
        await using var db = Db();
        await Queue.SaveAsync(db, requests, default);
    }

    /// <summary>What the pump does of its own: revives what was lost, then hands out the most urgent, whose turn it is.</summary>
    public async Task<IReadOnlyList<string>> HandAsync(int most, string lane = "light")
    {
        await ExecuteAsync(WorkTable.Revive, Clock.GetUtcNow());
        var ids = new List<long>();
        await using (var hand = Command(WorkTable.Hand, Clock.GetUtcNow(), lane, (long)most))
        await using (var reader = await hand.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                ids.Add(reader.GetInt64(0));
            }
        }

        var keys = new List<string>();
        foreach (var id in ids)
        {
            keys.Add(await ReadAsync<string>("select key from work where id = $1", id));
        }

        return keys;
    }

    /// <summary>The row with this key, claimed by a run.</summary>
    public async Task<ClaimedWork> ClaimAsync(string key, TimeSpan? lease = null) =>
        Assert.IsType<ClaimedWork>(
            await Table.ClaimAsync(await IdAsync(key), lease ?? TimeSpan.FromSeconds(30), died: null, default)
        );

    public Task<long> IdAsync(string key) => ReadAsync<long>("select id from work where key = $1", key);

    public Task<string> StateAsync(string key) =>
        ReadAsync<string>("select state || ' ' || attempts from work where key = $1", key);

    public async Task<T> ReadAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Rows.DisposeAsync();
        await _database.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = Rows.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await Migrator.MigrateAsync(database, CancellationToken.None);
    }
}
