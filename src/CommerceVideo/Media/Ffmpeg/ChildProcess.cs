using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommerceVideo.Media.Ffmpeg;

/// <summary>
/// Starts child programs that die with us, kill -9 included. Linux binds that signal to the thread that started the child,
/// so all are started from one thread that lives as long as the program.
/// </summary>
internal static class ChildProcess
{
    private const string Setpriv = "/usr/bin/setpriv";

    private static readonly BlockingCollection<Action> Starts = [];

    private static readonly bool DiesWithUs = OperatingSystem.IsLinux() && File.Exists(Setpriv);

    static ChildProcess() =>
        new Thread(static () =>
        {
            foreach (var start in Starts.GetConsumingEnumerable())
            {
                start();
            }
        })
        {
            IsBackground = true,
            Name = "child starter",
        }.Start();

    public static Task<Process> StartAsync(string program, IEnumerable<string> arguments, bool input, bool output)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(Describe(program, arguments, input, output))!);
            }
            catch (Exception problem)
            {
                started.SetException(problem);
            }
        });
        return started.Task;
    }

    private static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, bool input, bool output) =>
        new(DiesWithUs ? Setpriv : program, DiesWithUs ? ["--pdeathsig", "KILL", program, .. arguments] : arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = input,
            RedirectStandardOutput = output,
            RedirectStandardError = true,
        };
}
