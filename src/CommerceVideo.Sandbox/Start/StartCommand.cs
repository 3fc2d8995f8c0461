using System.Diagnostics;
using System.Globalization;
using CommerceVideo.Sandbox.Reports;
using CommerceVideo.Sandbox.Setup;

namespace CommerceVideo.Sandbox.Start;

/// <summary><c>./start</c>: the whole system until Ctrl-C.</summary>
internal static class StartCommand
{
    private const string Help = """
        ./start                 brings up PostgreSQL, the app and a local store, until Ctrl-C
            --data FOLDER       where rows, files and logs are kept (.data)
            --now INSTANT       the whole system's clock starts there
            --models all|a,b    video models beside the studio, at their local stand-ins: nothing is bought (none)
            --json FILE|-       addresses and processes as JSON once it is up
        ./start --headless      makes videos of sample or given photos without anyone; --headless --help says how
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct)
    {
        var given = Arguments.Parse(args, ["--help"], ["--data", "--now", "--models", JsonOutput.Option]);
        if (given.Has("--help"))
        {
            await Console.Out.WriteLineAsync(Help);
            return Commands.Ok;
        }
        var options = Read(given);
        var json = new JsonOutput(given.One(JsonOutput.Option));
        await Machine.PrepareAsync(options.Root, Needs.ToRun, Console.Error, ct);
        await using var system = await new Launcher(options, Console.Out).StartAsync(ct);
        await json.WriteAsync(system.ToJson(), ct);
        await TellAsync(system.Addresses);
        return await WatchAsync(system, ct);
    }

    private static async Task<int> WatchAsync(RunningSystem system, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = new Watching(
            new AppClient(http, system.Addresses, system.OperationsKey),
            Console.Out,
            TimeProvider.System
        ).RunAsync(end.Token);
        try
        {
            var broken = await system.BrokenAsync(ct);
            await Console.Error.WriteLineAsync(broken);
            return Commands.Failed;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("\nstopping");
            return Commands.Ok;
        }
        finally
        {
            await end.CancelAsync();
            await watching;
        }
    }

    /// <exception cref="UsageException">It is not an instant.</exception>
    public static DateTimeOffset? Instant(string? text) =>
        text is null ? null
        : DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
        : throw new UsageException($"--now wants an instant such as 2026-11-27T09:00:00Z, not \"{text}\".");

    private static LaunchOptions Read(Arguments given)
    {
        var models = given.One("--models") is { } names
            ? ModelChoice.Parse(names, ModelChoice.KnownIn(Checkout.Root))
            : null;
        return new LaunchOptions
        {
            Providers = models is { StandIns: true },
            Settings = models is null
                ? new Dictionary<string, string>(StringComparer.Ordinal)
                : new Dictionary<string, string>(StringComparer.Ordinal) { ["Models__Allowed"] = models.Allowed },
            Root = Checkout.Root,
            Data = Path.GetFullPath(given.One("--data") ?? Path.Combine(Checkout.Root, ".data")),
            Now = Instant(given.One("--now")),
            UsualPorts = true,
            ConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__Database"),
        };
    }

    private static async Task TellAsync(Addresses addresses)
    {
        var seconds = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        await Console.Out.WriteLineAsync(
            $"""

            The store's admin   {addresses.Store}     add a product with a photo here
            The app             {addresses.OpenApp}
            ready in {seconds:0.0} s; Ctrl-C stops everything

            """
        );
    }
}
