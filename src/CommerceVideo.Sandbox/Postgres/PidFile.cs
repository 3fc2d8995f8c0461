using System.Globalization;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>PostgreSQL's own note about who serves a folder: line 1 is the process, line 4 the port.</summary>
internal sealed record PidFile(int Process, int Port)
{
    public static PidFile? Parse(string text)
    {
        var lines = text.Split('\n');
        return
            lines.Length >= 4
            && int.TryParse(lines[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var process)
            && int.TryParse(lines[3], NumberStyles.Integer, CultureInfo.InvariantCulture, out var port)
            ? new PidFile(process, port)
            : null;
    }

    /// <summary>The server that serves the folder, if one does; a file left by a dead one is removed, as PostgreSQL itself would not.</summary>
    public static PidFile? Living(string folder)
    {
        var path = PathIn(folder);
        if (!File.Exists(path))
        {
            return null;
        }
        var found = Parse(File.ReadAllText(path));
        if (found is not null && RunningProcess.IsAlive(found.Process) && RunningProcess.WorksIn(found.Process, folder))
        {
            return found;
        }
        File.Delete(path);
        return null;
    }

    public static string PathIn(string folder) => Path.Combine(folder, "postmaster.pid");
}
