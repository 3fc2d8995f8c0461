using System.Diagnostics;
using System.Text;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>Runs one of the server's own programs to its end, as the server's account.</summary>
internal sealed class ServerTool(ServerAccount account)
{
    public sealed record Outcome(int Exit, string Text)
    {
        public bool Ok => Exit == 0;
    }

    public async Task<Outcome> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken ct,
        string input = ""
    )
    {
        using var process = Process.Start(Describe(program, arguments))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = new StringBuilder();
        await Task.WhenAll(CollectAsync(process.StandardOutput, said), CollectAsync(process.StandardError, said));
        await process.WaitForExitAsync(ct);
        return new Outcome(process.ExitCode, said.ToString());
    }

    private ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(program),
        };
        foreach (
            var foreign in start
                .Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal))
                .ToList()
        )
        {
            start.Environment.Remove(foreign);
        }
        start.Environment["LC_ALL"] = "C";
        if (account.Name is { } name)
        {
            start.UserName = name;
        }
        return start;
    }

    private static async Task CollectAsync(StreamReader from, StringBuilder into)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (into)
            {
                into.AppendLine(line);
            }
        }
    }
}
