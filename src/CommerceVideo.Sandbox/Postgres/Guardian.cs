using System.Diagnostics;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>
/// A small shell that outlives us: it reads a pipe that only we hold, so it wakes when we end, kill -9 included, and stops the
/// server we left. PostgreSQL's own start leaves our process group and sheds any death signal, so nothing simpler reaches it.
/// </summary>
internal sealed class Guardian : IDisposable
{
    // The lock is waited for: of a killed program the pipe may close a moment before its lock does.
    // $1 server, $2 its pid file, $3 signal, $4 folder to remove or nothing, $5 lock file: another owner may have taken over.
    private const string Script = """
        trap '' INT TERM HUP
        exec >/dev/null 2>&1
        while read -r line; do [ "$line" = leave ] && exit; done
        if [ -n "$5" ]; then
          command -v flock || exit
          exec 9>>"$5"
          flock -w 3 9 || exit
        fi
        [ "$(head -n 1 "$2")" = "$1" ] && kill -s "$3" "$1"
        for turn in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -e "$2" ] || break; sleep 0.1; done
        [ -z "$4" ] || rm -rf "$4"
        """;

    private readonly Process _shell;

    private Guardian(Process shell) => _shell = shell;

    public static Guardian? Watch(PidFile server, ServerHome home, string lockFile, string? forget)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }
        var shell = Process.Start(
            new ProcessStartInfo(
                "/bin/sh",
                [
                    "-c",
                    Script,
                    "guardian",
                    $"{server.Process}",
                    PidFile.PathIn(home.Rows),
                    forget is null ? "INT" : "QUIT",
                    forget ?? "",
                    forget is null ? lockFile : "",
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                // It says nothing; a child that shares our terminal makes the runtime set that terminal anew when it ends.
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/",
            }
        )!;
        return new Guardian(shell);
    }

    /// <summary>The server was stopped in order: the guardian has nothing left to do.</summary>
    public void Dispose()
    {
        try
        {
            _shell.StandardInput.WriteLine("leave");
            _shell.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was ended by someone else; then it guards nothing.
        }
        _shell.Dispose();
    }
}
