using System.Runtime.InteropServices;

namespace CommerceVideo.Sandbox;

/// <summary>Ctrl-C, a polite kill and a closed terminal, as one token.</summary>
internal sealed partial class StopSignals : IDisposable
{
    private const int Interrupt = 2;
    private const nint ByDefault = 0;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _heard;

    public StopSignals()
    {
        // For a child it starts with "&" a script's shell ignores this signal, and the runtime leaves alone what it finds ignored.
        if (!OperatingSystem.IsWindows())
        {
            _ = SetHandler(Interrupt, ByDefault);
        }
        _heard = [Hear(PosixSignal.SIGINT), Hear(PosixSignal.SIGTERM), Hear(PosixSignal.SIGHUP)];
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var heard in _heard)
        {
            heard.Dispose();
        }
        _stop.Dispose();
    }

    private PosixSignalRegistration Hear(PosixSignal signal) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                _stop.Cancel();
            }
        );

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);
}
