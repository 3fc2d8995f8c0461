using System.Diagnostics;

namespace CommerceVideo.Bench.Intake;

/// <summary>A program started for a measurement: run to its end, or kept while it serves.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process, string address) => (_process, Address) = (process, address);

    public string Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a server that prints its address as its first line.</summary>
    public static async Task<Child> ServeAsync(ProcessStartInfo start, CancellationToken ct)
    {
        var process = Start(start);
        var address = await process.StandardOutput.ReadLineAsync(ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), ct);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return address is not null && address.StartsWith("http", StringComparison.Ordinal)
            ? new Child(process, address)
            : throw new InvalidOperationException($"{start.FileName} did not start: {address}");
    }

    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Start(start);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return process.ExitCode == 0
                ? output
                : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {output}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Where a program is on the PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        return Process.Start(start)!;
    }
}
