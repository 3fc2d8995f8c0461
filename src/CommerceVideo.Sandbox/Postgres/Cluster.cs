using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>One set of rows on disk and the server that serves it.</summary>
internal sealed partial class Cluster(
    ServerPrograms programs,
    ServerHome home,
    ServerAccount account,
    PostgresOptions options
)
{
    public const string Name = "commercevideo";

    private const int PortsToTry = 8;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ServerTool _tool = new(account);

    public ServerHome Home => home;

    public static async Task<int> VersionAsync(ServerPrograms programs, ServerAccount account, CancellationToken ct)
    {
        var said = await new ServerTool(account).RunAsync(programs.Server, ["--version"], ct);
        return said.Ok && VersionNumber().Match(said.Text) is { Success: true } found
            ? int.Parse(found.Value, CultureInfo.InvariantCulture)
            : throw new NoServerException($"{programs.Server} does not run here: {said.Text.Trim()}");
    }

    /// <summary>Made aside and moved into place whole, so that a start that was cut off leaves nothing half made.</summary>
    public async Task CreateAsync(CancellationToken ct)
    {
        if (File.Exists(Path.Combine(home.Rows, "PG_VERSION")))
        {
            return;
        }
        var draft = new ServerHome(home.Folder + ".new");
        Empty(draft.Folder);
        Empty(home.Folder);
        ServerHome.Create(draft.Folder, account);
        await File.WriteAllTextAsync(
            draft.PasswordFile,
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)),
            ct
        );
        account.Own(draft.PasswordFile, PrivateFile);
        await MustAsync(programs.Initialise, ClusterSettings.Initialise(draft, Name, options.Fast), "", ct);
        await File.AppendAllTextAsync(
            Path.Combine(draft.Rows, "postgresql.conf"),
            ClusterSettings.Configuration(options.Fast),
            ct
        );
        await MustAsync(programs.Server, ["--single", "-D", draft.Rows, "postgres"], $"CREATE DATABASE {Name};\n", ct);
        Directory.Move(draft.Folder, home.Folder);
    }

    /// <summary>Starts the server, or takes over one whose owner is gone; answers with who it is and where it listens.</summary>
    public async Task<PidFile> StartAsync(CancellationToken ct)
    {
        if (PidFile.Living(home.Rows) is { Port: > 0 } adopted)
        {
            return adopted;
        }
        for (var tries = 1; ; tries++)
        {
            File.Delete(home.Log);
            var port = options.ChoosePort();
            var started = await _tool.RunAsync(
                programs.Control,
                ["-D", home.Rows, "-w", "-t", "60", "-l", home.Log, "-o", $"-p {port}", "start"],
                ct
            );
            if (started.Ok && PidFile.Living(home.Rows) is { } serving)
            {
                return serving;
            }
            var log = File.Exists(home.Log) ? await File.ReadAllTextAsync(home.Log, ct) : "";
            if (tries == PortsToTry || !log.Contains("Address already in use", StringComparison.Ordinal))
            {
                throw new NoServerException($"PostgreSQL did not start: {started.Text.Trim()}\n{log.Trim()}");
            }
        }
    }

    public async Task StopAsync(CancellationToken ct)
    {
        // pg_ctl waits its whole limit for a server that is a zombie; the check takes the dead one's file away first.
        if (PidFile.Living(home.Rows) is not { } serving)
        {
            return;
        }
        var stopped = await _tool.RunAsync(
            programs.Control,
            ["-D", home.Rows, "-m", "fast", "-w", "-t", "30", "stop"],
            ct
        );
        // It is content when the file is gone; the server itself takes a moment more.
        while (stopped.Ok && RunningProcess.IsAlive(serving.Process))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), options.Time, ct);
        }
    }

    private async Task MustAsync(string program, IEnumerable<string> arguments, string input, CancellationToken ct)
    {
        var outcome = await _tool.RunAsync(program, arguments, ct, input);
        if (!outcome.Ok)
        {
            throw new NoServerException($"{Path.GetFileName(program)} failed: {outcome.Text.Trim()}");
        }
    }

    private static void Empty(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex VersionNumber();
}
