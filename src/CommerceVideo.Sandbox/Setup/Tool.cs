using System.Diagnostics;
using System.Text;

namespace CommerceVideo.Sandbox.Setup;

/// <summary>Runs an installer or a builder to its end and keeps what it said for the case that it fails.</summary>
internal static class Tool
{
    public sealed record Outcome(int Exit, string Text)
    {
        public bool Ok => Exit == 0;

        public string LastLines(int count) => string.Join('\n', Text.TrimEnd().Split('\n').TakeLast(count));
    }

    public static async Task<Outcome> RunAsync(
        string folder,
        string program,
        IEnumerable<string> arguments,
        CancellationToken ct,
        Action<string>? onLine = null
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
                Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
            }
        )!;
        process.StandardInput.Close();
        await using var end = ct.Register(() => process.Kill(entireProcessTree: true));
        var said = new StringBuilder();
        await Task.WhenAll(
            CollectAsync(process.StandardOutput, said, onLine),
            CollectAsync(process.StandardError, said, onLine)
        );
        await process.WaitForExitAsync(CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        return new Outcome(process.ExitCode, said.ToString());
    }

    private static async Task CollectAsync(StreamReader from, StringBuilder into, Action<string>? onLine)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (into)
            {
                into.Append(line).Append('\n');
            }
            onLine?.Invoke(line);
        }
    }
}
