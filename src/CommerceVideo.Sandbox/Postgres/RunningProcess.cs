using System.Diagnostics;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>What the system says of a process id.</summary>
internal static class RunningProcess
{
    /// <summary>A zombie is not alive: it holds its id until it is waited for, in a container without an init for good.</summary>
    public static bool IsAlive(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            return StateOf(id) is not (null or 'Z' or 'X');
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>PostgreSQL works from inside its folder; the command line is the second witness, and the only one off Linux.</summary>
    public static bool WorksIn(int id, string folder) =>
        !OperatingSystem.IsLinux()
        || string.Equals(
            File.ResolveLinkTarget($"/proc/{id}/cwd", returnFinalTarget: false)?.FullName,
            new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder,
            StringComparison.Ordinal
        )
        || Contains($"/proc/{id}/cmdline", folder);

    private static char? StateOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool Contains(string file, string text)
    {
        try
        {
            return File.ReadAllText(file).Contains(text, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
