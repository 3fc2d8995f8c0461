namespace CommerceVideo.Sandbox.Setup;

/// <summary>Brings what the machine lacks. When nothing is lacking no program is started and it takes milliseconds.</summary>
internal static class Machine
{
    /// <exception cref="SetupException">Something is lacking that this account cannot install.</exception>
    public static async Task PrepareAsync(string root, IReadOnlyList<Need> needs, TextWriter says, CancellationToken ct)
    {
        await InstallAsync([.. needs.Where(need => !need.IsMet())], says, ct);
        await NodePackages.InstallAsync(root, needs == Needs.ToTest, says, ct);
        await FfmpegParts.CheckAsync(Path.Combine(root, ".data"), ct);
    }

    private static async Task InstallAsync(IReadOnlyList<Need> lacking, TextWriter says, CancellationToken ct)
    {
        if (lacking.Count == 0)
        {
            return;
        }
        var packages = lacking.Select(need => need.Package).ToList();
        if (!CanInstall())
        {
            throw new SetupException(Advice(lacking));
        }
        await says.WriteLineAsync($"installing {string.Join(", ", packages)}");
        await RunAsync(["update", "-qq"], lacking, ct);
        await RunAsync(["install", "-y", "-qq", "--no-install-recommends", .. packages], lacking, ct);
    }

    private static async Task RunAsync(string[] arguments, IReadOnlyList<Need> lacking, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync("/", "apt-get", arguments, ct);
        if (!outcome.Ok)
        {
            throw new SetupException($"{outcome.LastLines(5)}\n{Advice(lacking)}");
        }
    }

    private static bool CanInstall() =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && ProgramPath.Find("apt-get") is not null;

    /// <summary>One line: what is lacking and the command that installs it on this system.</summary>
    public static string Advice(IReadOnlyList<Need> lacking)
    {
        var names = string.Join(" and ", lacking.Select(need => need.Name));
        var packages = string.Join(' ', lacking.Select(need => need.Package));
        var command =
            OperatingSystem.IsMacOS() ? $"brew install {packages}"
            : OperatingSystem.IsWindows() ? $"winget install {packages}"
            : $"sudo apt-get install -y {packages}";
        return $"This machine lacks {names}: {command}";
    }
}
