using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Children;
using CommerceVideo.Sandbox.Postgres;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Sandbox.Start;

/// <summary>Everything that is up; stopping goes from the edge inward, so that nothing loses what it stands on.</summary>
internal sealed class RunningSystem(LaunchOptions options, TextWriter says) : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly DateTimeOffset _startedAt = options.Time.GetUtcNow();

    // The file of another start on this folder is not ours to remove.
    private bool _told;

    public FolderLock? Lock { get; set; }
    public PostgresServer? Database { get; set; }
    public Child? Store { get; set; }
    public Child? Providers { get; set; }
    public ProviderAddresses? ProviderAddresses { get; set; }
    public Child? Web { get; set; }
    public Supervisor? Worker { get; set; }
    public Addresses Addresses { get; set; } = null!;
    public string OperationsKey { get; set; } = "";

    /// <summary>Completes, with what to tell a person, when a part has died that the rest cannot do without.</summary>
    public async Task<string> BrokenAsync(CancellationToken ct)
    {
        var first = await Task.WhenAny(Web!.Exited, Store!.Exited).WaitAsync(ct);
        var died = first == Web.Exited ? Web : Store;
        return $"The {died.Name} ended (exit {await died.Exited}); its log is {options.Log(died.Name)}\n{died.Tail}";
    }

    public ProcessCounts Count() => new(Running(Web), Running(Worker?.Child), Worker?.Starts ?? 0);

    /// <summary>What anyone may know who can see our output; the keys are in the run file alone.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["schema"] = 1,
            ["ready"] = true,
            ["addresses"] = JsonSerializer.SerializeToNode(Told(), JsonSerializerOptions.Web),
            ["processes"] = JsonSerializer.SerializeToNode(Processes()),
            ["data"] = options.Data,
        };

    public void WriteRunFile()
    {
        _told = true;
        new RunFile(_startedAt, Told(), Processes(), options.Data, Database!.ConnectionString, OperationsKey).Write(
            options.Data
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_told)
        {
            RunFile.Remove(options.Data);
        }
        await Task.WhenAll(Worker?.StopAsync(Grace) ?? Task.CompletedTask, Web?.StopAsync(Grace) ?? Task.CompletedTask);
        await Task.WhenAll(EndAsync(Worker), EndAsync(Web));
        if (Store is { } store)
        {
            await store.StopAsync(Grace);
            await store.DisposeAsync();
        }
        if (Providers is { } providers)
        {
            await providers.StopAsync(Grace);
            await providers.DisposeAsync();
        }
        if (Database is { } database)
        {
            await database.StopAsync(CancellationToken.None);
        }
        Lock?.Dispose();
        await says.FlushAsync();
    }

    private RunFile.RunAddresses Told() => new($"{Addresses.Store}", $"{Addresses.App}", $"{Addresses.OpenApp}");

    private static int Running(Child? part) => part is { Exited.IsCompleted: false } ? 1 : 0;

    private static async Task EndAsync(IAsyncDisposable? part)
    {
        if (part is not null)
        {
            await part.DisposeAsync();
        }
    }

    private Dictionary<string, int> Processes()
    {
        var processes = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["launcher"] = Environment.ProcessId,
            ["store"] = Store!.Id,
            ["web"] = Web!.Id,
            ["worker"] = Worker!.Child!.Id,
        };
        if (Providers is { } providers)
        {
            processes["providers"] = providers.Id;
        }
        if (Database!.Process is { } server)
        {
            processes["postgres"] = server;
        }
        return processes;
    }
}
