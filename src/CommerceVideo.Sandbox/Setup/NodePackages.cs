using System.Security.Cryptography;
using CommerceVideo.Sandbox.Postgres;

namespace CommerceVideo.Sandbox.Setup;

/// <summary>The npm packages of each folder that locks some, installed again when the lock changed.</summary>
internal static class NodePackages
{
    private const string Stamp = "node_modules/.installed-from";

    private static readonly string[] NotOurs = ["node_modules", "bin", "obj", ".git", ".data"];

    public static async Task InstallAsync(string root, bool tests, TextWriter says, CancellationToken ct)
    {
        foreach (var folder in Wanted(root, tests).Where(folder => !IsInstalled(folder)))
        {
            await says.WriteLineAsync($"installing the packages of {Path.GetRelativePath(root, folder)}");
            await InstallAsync(folder, ct);
        }
    }

    public static bool IsInstalled(string folder)
    {
        var stamp = Path.Combine(folder, Stamp);
        return File.Exists(stamp) && File.ReadAllText(stamp) == Fingerprint(folder);
    }

    /// <summary>Every folder with a lock file, deepest trees of others' left out.</summary>
    public static IEnumerable<string> Locked(string folder) =>
        (File.Exists(Path.Combine(folder, "package-lock.json")) ? [folder] : Array.Empty<string>()).Concat(
            Directory
                .EnumerateDirectories(folder)
                .Where(below => !NotOurs.Contains(Path.GetFileName(below)))
                .Order(StringComparer.Ordinal)
                .SelectMany(Locked)
        );

    private static IEnumerable<string> Wanted(string root, bool tests)
    {
        var server = Path.Combine(root, "src/CommerceVideo.Sandbox/Postgres");
        // The tests try the packaged server also where the machine has its own.
        var needsServer = tests || ServerPrograms.OnThisMachine() is null;
        return Locked(tests ? root : Path.Combine(root, "src")).Where(folder => folder != server || needsServer);
    }

    private static async Task InstallAsync(string folder, CancellationToken ct)
    {
        if (ProgramPath.Find("npm") is not { } npm)
        {
            throw new SetupException(
                "This machine lacks Node.js 20 or newer with npm: sudo apt-get install -y nodejs npm"
            );
        }
        var outcome = await Tool.RunAsync(folder, npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], ct);
        if (!outcome.Ok)
        {
            throw new SetupException($"{outcome.LastLines(8)}\nThe packages did not install: cd {folder} && npm ci");
        }
        Directory.CreateDirectory(Path.Combine(folder, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(folder, Stamp), Fingerprint(folder), ct);
    }

    private static string Fingerprint(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, "package-lock.json"))));
}
