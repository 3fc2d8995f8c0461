using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>PostgreSQL alone, for work on the database; prints the connection string and stops when asked.</summary>
internal static class PostgresCommand
{
    private const string Help = """
        postgres                the database alone, until Ctrl-C; prints its connection string
            --folder FOLDER     where its rows are kept (.data/postgres)
            --fast              quick, and not safe against power loss
            --json FILE|-       the connection string and the server's process as JSON once it is up
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        var given = Arguments.Parse(args, ["--help", "--fast"], ["--folder", JsonOutput.Option]);
        if (given.Has("--help"))
        {
            await Console.Out.WriteLineAsync(Help);
            return Commands.Ok;
        }
        var json = new JsonOutput(given.One(JsonOutput.Option));
        await using var server = await PostgresServer.StartAsync(
            new PostgresOptions
            {
                Folder = given.One("--folder") ?? Path.Combine(Checkout.Root, ".data/postgres"),
                PackageFolder = Path.Combine(Checkout.Root, "src/CommerceVideo.Sandbox/Postgres"),
                Fast = given.Has("--fast"),
            },
            ct
        );
        await Console.Out.WriteLineAsync(server.ConnectionString);
        await Console.Out.FlushAsync(ct);
        await json.WriteAsync(
            new JsonObject
            {
                ["schema"] = 1,
                ["connectionString"] = server.ConnectionString,
                ["process"] = server.Process,
            },
            ct
        );
        await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
        return Commands.Ok;
    }
}
