using CommerceVideo.Sandbox.Children;
using CommerceVideo.Sandbox.Postgres;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Brings the parts up in order; what is up when one fails is taken down again.</summary>
internal sealed class Launcher(LaunchOptions options, TextWriter says)
{
    private const int UsualAppPort = 4200;

    /// <exception cref="LaunchException">A part did not come up, or another start runs on this folder.</exception>
    /// <exception cref="NoServerException">No PostgreSQL can be had.</exception>
    public async Task<RunningSystem> StartAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(options.Data);
        var system = new RunningSystem(options, says);
        try
        {
            await BringUpAsync(system, ct);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    private async Task BringUpAsync(RunningSystem system, CancellationToken ct)
    {
        system.Lock =
            await FolderLock.TakeAsync(Path.Combine(options.Data, "start.lock"), options.Time, ct)
            ?? throw new LaunchException(RunFile.AlreadyRunning(options.Data));
        var keys = Keys.LoadOrCreate(options.Data);
        var app = new Uri(
            $"http://127.0.0.1:{(options.UsualPorts ? LoopbackPort.Prefer(UsualAppPort) : LoopbackPort.Any())}/"
        );
        await Task.WhenAll(BringUpStoreAsync(system, keys, app, ct), BringUpDatabaseAsync(system, ct));
        var settings = Settings.ForApp(options, keys, system.Addresses, system.Database!.ConnectionString);
        system.Web = await Child.StartAsync(options.Role("web", settings));
        system.Worker = new Supervisor(options.Role("worker", settings), says, options.Time, system.WriteRunFile);
        await system.Worker.StartAsync();
        await Ready.WhenAnsweringAsync(system.Addresses.Health, system.Web, options.Time, ct);
        await OpenAsMerchantAsync(system.Addresses, ct);
        system.WriteRunFile();
    }

    private async Task BringUpStoreAsync(RunningSystem system, Keys keys, Uri app, CancellationToken ct)
    {
        (system.Store, var store) = await StoreChild.StartAsync(options, keys, app, ct);
        system.Addresses = new Addresses(store, app);
        system.OperationsKey = keys.Operations;
    }

    private async Task BringUpDatabaseAsync(RunningSystem system, CancellationToken ct)
    {
        system.Database = await PostgresServer.StartAsync(DatabaseOptions(), ct);
        var settings = Settings.ForMigration(options, system.Database.ConnectionString);
        await using var migrate = await Child.StartAsync(options.Role("migrate", settings));
        var exit = await migrate.Exited.WaitAsync(ct);
        if (exit != 0)
        {
            throw new LaunchException($"The database could not be brought up to date (exit {exit}):\n{migrate.Tail}");
        }
    }

    // The shop installs the app by opening it, as on Shopify.
    private static async Task OpenAsMerchantAsync(Addresses addresses, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var reply = await http.GetAsync(addresses.OpenApp, ct);
        if (!reply.IsSuccessStatusCode)
        {
            throw new LaunchException(
                $"The app did not open in {Addresses.Shop}: {(int)reply.StatusCode} {reply.ReasonPhrase}"
            );
        }
    }

    private PostgresOptions DatabaseOptions() =>
        new()
        {
            ConnectionString = options.ConnectionString,
            Folder = Path.Combine(options.Data, "postgres"),
            PackageFolder = Path.Combine(options.Root, "src/CommerceVideo.Sandbox/Postgres"),
            Fast = options.Throwaway,
            Forgetful = options.Throwaway,
        };
}
