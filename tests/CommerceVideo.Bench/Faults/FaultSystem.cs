using CommerceVideo.Sandbox.Children;
using CommerceVideo.Sandbox.Start;

namespace CommerceVideo.Bench.Faults;

/// <summary>The real programs on one database: the web that is called back, workers that are killed, and the stand-ins.</summary>
internal sealed class FaultSystem : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Child?[] _workers;
    private readonly List<Child> _others = [];
    private Dictionary<string, string> _settings = [];

    private FaultSystem(DirectoryInfo folder, int workers) => (_folder, _workers) = (folder, new Child?[workers]);

    public ProviderAddresses Providers { get; private set; } = null!;

    public string Storage => Path.Combine(_folder.FullName, "storage");

    /// <summary>Where the app answers.</summary>
    public Uri Web { get; } = new($"http://127.0.0.1:{LoopbackPort.Any()}");

    public string OperationsKey { get; } = Guid.NewGuid().ToString("N");

    public int Kills { get; private set; }

    public static async Task<FaultSystem> StartAsync(FaultPlan plan, string database, CancellationToken ct)
    {
        var system = new FaultSystem(Directory.CreateTempSubdirectory("cv-faults-"), plan.Workers);
        try
        {
            await system.BringUpAsync(plan, database, ct);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>The instant death of a worker, as by the system's out-of-memory killer; another is started in its place.</summary>
    public async Task KillAsync(int worker)
    {
        if (_workers[worker] is { } child)
        {
            await child.StopAsync(TimeSpan.Zero);
            await child.DisposeAsync();
            Kills++;
        }

        _workers[worker] = await AppAsync("worker", $"worker-{worker}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _workers.OfType<Child>().Concat(_others))
        {
            await child.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task BringUpAsync(FaultPlan plan, string database, CancellationToken ct)
    {
        Providers = await StandInsAsync(plan, ct);
        _settings = new Dictionary<string, string>(Providers.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = database,
            ["ASPNETCORE_URLS"] = Web.GetLeftPart(UriPartial.Authority),
            ["PublicAddress"] = Web.GetLeftPart(UriPartial.Authority),
            ["Shopify__ApiKey"] = "api-key-of-a-run",
            ["Shopify__ApiSecret"] = "shpss_0123456789abcdef0123456789abcdef",
            ["Storage__Folder"] = Storage,
            ["Secrets__Key"] = Convert.ToBase64String(new byte[32]),
            ["Outbound__AllowLoopback"] = "true",
            // The studio would render on our cores; here it is bought or it is nothing.
            ["Models__Allowed"] = string.Join(',', FaultShop.Models),
            ["Operations__Key"] = OperationsKey,
            ["VideoModels__Kling__GiveUpAfter"] = "00:00:02",
            ["VideoModels__Kling__LookEvery"] = "00:00:03",
            ["VideoModels__Wan__GiveUpAfter"] = "00:00:02",
            ["VideoModels__Wan__AskEvery"] = "00:00:02",
            ["Budgets__Day"] = "1000000",
            ["Budgets__Month"] = "10000000",
            ["Jobs__Light"] = "6",
            ["Jobs__Heavy"] = "1",
            ["Jobs__Lease"] = "00:00:06",
            ["Jobs__FirstBackOff"] = "00:00:00.200",
            ["Jobs__LookEvery"] = "00:00:00.250",
            // It counts purchases. Clips of a drawn rectangle show nothing that the fidelity gate could measure.
            ["Rendering__Scale"] = "0.1",
            ["Logging__LogLevel__Default"] = "Error",
        };
        foreach (var model in FaultShop.Models)
        {
            // What is lost at one who tells nothing keeps its place for as long as it could take: that is not what is measured here.
            _settings[$"Models__Versions__{model}__AtOnce"] = "10000";
            _settings[$"Models__Versions__{model}__PerMinute"] = "0";
        }

        _others.Add(await AppAsync("web", "web"));
        for (var worker = 0; worker < _workers.Length; worker++)
        {
            await KillAsync(worker);
        }
    }

    private async Task<ProviderAddresses> StandInsAsync(FaultPlan plan, CancellationToken ct)
    {
        var told = new TaskCompletionSource<ProviderAddresses>(TaskCreationOptions.RunContinuationsAsynchronously);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PROVIDERS_DATA"] = Path.Combine(_folder.FullName, "providers"),
            ["PROVIDERS_ONLY"] = string.Join(',', FaultShop.Providers),
            ["PROVIDERS_SECONDS"] = "0.5",
            ["PROVIDERS_HOLD_SECONDS"] = "3",
            ["PROVIDERS_CONCURRENT"] = "1000",
            ["PROVIDERS_CLIP_SCALE"] = "0.1",
            ["PROVIDERS_SEED"] = $"{plan.Seed}",
        };
        var child = await Child.StartAsync(
            new ChildDescription(
                "providers",
                "node",
                [Path.Combine(BenchFolders.Root, "src/CommerceVideo.Sandbox/Providers/main.mjs")],
                settings,
                Log("providers")
            ),
            line =>
            {
                if (ProviderAddresses.In(line) is { } addresses)
                {
                    told.TrySetResult(addresses);
                }
            }
        );
        _others.Add(child);
        await Task.WhenAny(told.Task, child.Exited).WaitAsync(ct);
        return told.Task.IsCompletedSuccessfully
            ? await told.Task
            : throw new InvalidOperationException($"The stand-ins ended at their start.\n{child.Tail}");
    }

    private Task<Child> AppAsync(string role, string name) =>
        Child.StartAsync(
            new ChildDescription(
                name,
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "CommerceVideo.dll"), role],
                _settings,
                Log(name)
            )
        );

    private string Log(string name) => Path.Combine(_folder.FullName, $"{name}.log");
}
