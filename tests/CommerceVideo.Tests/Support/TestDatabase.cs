using System.Collections.Concurrent;
using System.Reflection;
using CommerceVideo.Sandbox.Postgres;
using Npgsql;

namespace CommerceVideo.Tests.Support;

/// <summary>
/// A database of its own for one test or class, on the run's one cluster. What <c>migrate</c> makes is made once a run (per method) and copied;
/// give it a static method or lambda that depends on its argument alone. The cluster goes with the run, killed or not.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<string>>> Templates = new();

    private static int _number;

    private readonly string _name;

    private TestDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    public string ConnectionString { get; }

    public static Task<TestDatabase> CreateAsync() => CopyAsync("template1");

    public static async Task<TestDatabase> CreateAsync(Func<string, Task> migrate)
    {
        var template = Templates.GetOrAdd(migrate.Method, _ => new Lazy<Task<string>>(() => FillAsync(migrate)));
        return await CopyAsync(await template.Value);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(own);
        }
        await ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task<string> FillAsync(Func<string, Task> migrate)
    {
        var template = await CopyAsync("template1");
        await migrate(template.ConnectionString + ";Pooling=false");
        // A template with anyone still connected cannot be copied.
        await ExecuteAsync($"ALTER DATABASE {template._name} WITH ALLOW_CONNECTIONS false");
        await ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template._name}'"
        );
        return template._name;
    }

    private static async Task<TestDatabase> CopyAsync(string template)
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _number)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var address = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 20 };
        return new TestDatabase(name, address.ConnectionString);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection((await Server.Value).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<PostgresServer> StartAsync() =>
        PostgresServer.StartAsync(
            new PostgresOptions
            {
                Folder = Path.Combine(Path.GetTempPath(), $"cv-test-{Guid.NewGuid():N}"),
                FastAndForgetful = true,
                PackageFolder = Path.Combine(Repository.Root, "src/CommerceVideo.Sandbox/Postgres"),
            },
            CancellationToken.None
        );
}
