using CommerceVideo.Sandbox.Postgres;
using Npgsql;

namespace CommerceVideo.Bench.Intake;

/// <summary>A PostgreSQL cluster of its own with every safety on, holding the deliveries' table as the app's migration makes it.</summary>
internal sealed class IntakeDatabase : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly NpgsqlDataSource _source;

    private IntakeDatabase(PostgresServer server)
    {
        _server = server;
        _source = NpgsqlDataSource.Create(server.ConnectionString);
        Connection = new NpgsqlConnectionStringBuilder(server.ConnectionString);
    }

    public NpgsqlConnectionStringBuilder Connection { get; }

    public static async Task<IntakeDatabase> StartAsync(string folder, CancellationToken ct)
    {
        var options = new PostgresOptions { Folder = folder };
        await using (var first = new IntakeDatabase(await PostgresServer.StartAsync(options, ct)))
        {
            await first.ExecuteAsync("alter system set max_connections = 150", ct);
        }

        var database = new IntakeDatabase(await PostgresServer.StartAsync(options, ct));
        await database.ExecuteAsync(Schema(), ct);
        return database;
    }

    /// <summary>The same start for every run: no rows, no index, no checkpoint due.</summary>
    public async Task EmptyAsync(CancellationToken ct)
    {
        await ExecuteAsync("truncate delivery", ct);
        await ExecuteAsync("checkpoint", ct);
    }

    public async Task<long> CountAsync(CancellationToken ct)
    {
        await using var command = _source.CreateCommand("select count(*) from delivery");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Schema()
    {
        var app = typeof(Commands).Assembly;
        var name = app.GetManifestResourceNames()
            .Single(n => n.EndsWith("0001_delivery.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(app.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
