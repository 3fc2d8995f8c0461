namespace CommerceVideo.Sandbox.Postgres;

/// <summary>PostgreSQL alone, for work on the database; prints the connection string and stops when asked.</summary>
internal static class PostgresCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        var given = Arguments.Parse(args, ["--fast"], ["--folder"]);
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
        await Task.Delay(Timeout.Infinite, ct).ContinueWith(_ => { }, TaskScheduler.Default);
        return Commands.Ok;
    }
}
