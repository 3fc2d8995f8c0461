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
        system.OperationsKey = keys.Operations;
        // Each part waits for what it stands on and for nothing else. The web reads no row before it is asked, so it comes up
        // while the schema is looked at; the worker looks for work at once.
        var providers = BringUpProvidersAsync(system, ct);
        var store = BringUpStoreAsync(system, keys, app, providers, ct);
        var database = BringUpDatabaseAsync(system, ct);
        var migrated = MigrateAsync(system, database, ct);
        var web = BringUpWebAsync(system, keys, Task.WhenAll(store, database), ct);
        var worker = BringUpWorkerAsync(system, keys, Task.WhenAll(store, migrated), ct);
        var opened = OpenAsMerchantAsync(system, Task.WhenAll(web, migrated), ct);
        await Task.WhenAll(store, database, migrated, web, worker, opened);
        system.WriteRunFile();
    }

    private async Task BringUpProvidersAsync(RunningSystem system, CancellationToken ct)
    {
        if (options.Providers)
        {
            (system.Providers, system.ProviderAddresses) = await ProvidersChild.StartAsync(options, ct);
        }
    }

    private async Task BringUpStoreAsync(RunningSystem system, Keys keys, Uri app, Task ground, CancellationToken ct)
    {
        await ground;
        (system.Store, var store) = await StoreChild.StartAsync(options, keys, app, system.ProviderAddresses, ct);
        system.Addresses = new Addresses(store, app);
    }

    private async Task BringUpDatabaseAsync(RunningSystem system, CancellationToken ct) =>
        system.Database = await PostgresServer.StartAsync(DatabaseOptions(), ct);

    private async Task MigrateAsync(RunningSystem system, Task database, CancellationToken ct)
    {
        await database;
        var settings = Settings.ForMigration(options, system.Database!.ConnectionString);
        await using var migrate = await Child.StartAsync(options.Role("migrate", settings));
        var exit = await migrate.Exited.WaitAsync(ct);
        if (exit != 0)
        {
            throw new LaunchException($"The database could not be brought up to date (exit {exit}):\n{migrate.Tail}");
        }
    }

    private async Task BringUpWebAsync(RunningSystem system, Keys keys, Task ground, CancellationToken ct)
    {
        await ground;
        system.Web = await Child.StartAsync(options.Role("web", SettingsFor(system, keys)));
        await Ready.WhenAnsweringAsync(system.Addresses.Health, system.Web, options.Time, ct);
    }

    private async Task BringUpWorkerAsync(RunningSystem system, Keys keys, Task ground, CancellationToken ct)
    {
        await ground;
        system.Worker = new Supervisor(
            options.Role("worker", SettingsFor(system, keys)),
            says,
            options.Time,
            system.WriteRunFile
        );
        await system.Worker.StartAsync(ct);
    }

    // The shop installs the app by opening it, as on Shopify.
    private static async Task OpenAsMerchantAsync(RunningSystem system, Task ground, CancellationToken ct)
    {
        await ground;
        using var http = new HttpClient();
        using var reply = await http.GetAsync(system.Addresses.OpenApp, ct);
        if (!reply.IsSuccessStatusCode)
        {
            throw new LaunchException(
                $"The app did not open in {Addresses.Shop}: {(int)reply.StatusCode} {reply.ReasonPhrase}"
            );
        }
    }

    private Dictionary<string, string> SettingsFor(RunningSystem system, Keys keys) =>
        Settings.ForApp(options, keys, system.Addresses, system.ProviderAddresses, system.Database!.ConnectionString);

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
