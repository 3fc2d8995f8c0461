using System.Runtime.InteropServices;

namespace CommerceVideo.Bench.Studio;

/// <summary>User and system time of this program and of every child that has ended, as the kernel counts it.</summary>
internal static partial class ProcessorTime
{
    private const int Own = 0;
    private const int Children = -1;

    /// <summary>Seconds of processor spent by <paramref name="work"/>, ended children included.</summary>
    public static async Task<double> OfAsync(Func<Task> work)
    {
        var before = Total();
        await work();
        return Total() - before;
    }

    private static double Total() => Spent(Own) + Spent(Children);

    private static double Spent(int who)
    {
        if (Usage(who, out var usage) != 0)
        {
            throw new InvalidOperationException("The kernel did not tell the processor time.");
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Usage(int who, out ResourceUsage usage);

    /// <summary>The head of the kernel's <c>struct rusage</c> on 64-bit Linux; the rest is room it writes into.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 288)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
