namespace CommerceVideo.Sandbox.Postgres;

/// <summary>
/// A PostgreSQL server for this program: a configured one, else one started from programs on the machine, else from the npm package.
/// It is ours alone while the program lives; when the program is killed its guardian stops the server, and where no guardian can run the next start
/// takes the server over.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly Cluster? _cluster;
    private readonly FolderLock? _lock;
    private readonly Guardian? _guardian;
    private readonly string? _forget;

    private PostgresServer(string connectionString) => ConnectionString = connectionString;

    private PostgresServer(Cluster cluster, FolderLock folderLock, Guardian? guardian, PidFile server, string? forget)
    {
        (_cluster, _lock, _guardian, _forget) = (cluster, folderLock, guardian, forget);
        Process = server.Process;
        ConnectionString =
            $"Host=127.0.0.1;Port={server.Port};Database={Cluster.Name};Username={Cluster.Name};Password={cluster.Home.Password}";
    }

    public string ConnectionString { get; }

    /// <summary>The server's process, or nothing where a configured server is used.</summary>
    public int? Process { get; }

    /// <exception cref="NoServerException">No server can be had, or another program on this folder has it.</exception>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return new PostgresServer(options.ConnectionString);
        }
        var programs =
            ServerPrograms.Find(options)
            ?? throw new NoServerException("There is no PostgreSQL server here: apt-get install postgresql");
        var lockFile = Path.GetFullPath(Path.Combine(options.Folder, "postgres.lock"));
        var taken =
            await FolderLock.TakeAsync(lockFile, options.Time, ct)
            ?? throw new NoServerException($"Another start is running on {options.Folder}: stop it first.");
        try
        {
            return await ServeAsync(programs, taken, lockFile, options, ct);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public async Task StopAsync(CancellationToken ct)
    {
        if (_cluster is null)
        {
            return;
        }
        await _cluster.StopAsync(ct);
        _guardian?.Dispose();
        _lock?.Dispose();
        if (_forget is not null && Directory.Exists(_forget))
        {
            Directory.Delete(_forget, recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None);

    private static async Task<PostgresServer> ServeAsync(
        ServerPrograms found,
        FolderLock taken,
        string lockFile,
        PostgresOptions options,
        CancellationToken ct
    )
    {
        var account = ServerAccount.Choose();
        var folder = Path.GetFullPath(options.Folder);
        var place = ServerHome.Reachable(folder, account);
        var programs = account.CanReach(found.Folder)
            ? found
            : EmbeddedPackage.CopyTo(found, Path.Combine(place, "programs"));
        var version = await Cluster.VersionAsync(programs, account, ct);
        var cluster = new Cluster(programs, ServerHome.Choose(folder, version, account), account, options);
        await cluster.CreateAsync(ct);
        var server = await cluster.StartAsync(ct);
        var forget = options.Forgetful ? place : null;
        return new PostgresServer(
            cluster,
            taken,
            Guardian.Watch(server, cluster.Home, lockFile, forget),
            server,
            forget
        );
    }
}
