using System.Collections.Concurrent;
using System.Diagnostics;

namespace CommerceVideo.Sandbox.Children;

/// <summary>
/// Starts programs that die with us, kill -9 included. Linux binds that signal to the thread that started the child, so all are
/// started from one thread that lives as long as the program. They get a session of their own: Ctrl-C reaches us alone, and we stop them in order.
/// </summary>
internal static class ChildStarter
{
    private const string NewSession = "/usr/bin/setsid";
    private const string DeathSignal = "/usr/bin/setpriv";

    private static readonly BlockingCollection<Action> Starts = [];

    private static readonly bool DieWithUs =
        OperatingSystem.IsLinux() && File.Exists(NewSession) && File.Exists(DeathSignal);

    static ChildStarter() =>
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

    public static Task<Process> StartAsync(ChildDescription child)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(Describe(child))!);
            }
            catch (Exception problem)
            {
                started.SetException(problem);
            }
        });
        return started.Task;
    }

    private static ProcessStartInfo Describe(ChildDescription child)
    {
        var start = new ProcessStartInfo(
            DieWithUs ? NewSession : child.Program,
            DieWithUs ? [DeathSignal, "--pdeathsig", "KILL", child.Program, .. child.Arguments] : child.Arguments
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in child.Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
