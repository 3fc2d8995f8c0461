using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CommerceVideo.Sandbox.Children;

/// <summary>A running child: its words go to its log, the last of them are kept to be told.</summary>
internal sealed partial class Child : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int LinesKept = 30;

    private readonly Process _process;
    private readonly ChildLog _log;

    private Child(string name, Process process, ChildLog log)
    {
        (Name, _process, _log) = (name, process, log);
        Exited = WaitAsync();
    }

    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>Completes with the exit code when the child has ended and all it said is in the log.</summary>
    public Task<int> Exited { get; }

    public string Tail => _log.Tail;

    public static async Task<Child> StartAsync(ChildDescription description, Action<string>? onLine = null)
    {
        var log = new ChildLog(description.LogFile, LinesKept);
        try
        {
            var process = await ChildStarter.StartAsync(description);
            process.StandardInput.Close();
            return new Child(description.Name, process, log.Collect(process, onLine));
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Asks it to stop; after the grace it is ended with everything it started.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!Exited.IsCompleted)
        {
            Ask();
            await Task.WhenAny(Exited, Task.Delay(grace));
        }
        if (!Exited.IsCompleted)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _process.Dispose();
        _log.Dispose();
    }

    private void Ask()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.Kill(entireProcessTree: true);
            return;
        }
        _ = Signal(_process.Id, Terminate);
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        await _log.Finished;
        return _process.ExitCode;
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
