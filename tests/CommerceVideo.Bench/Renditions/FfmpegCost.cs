using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Bench.Renditions;

/// <summary>What one run of ffmpeg cost.</summary>
/// <param name="PeakMiB">The most memory it held at once.</param>
internal sealed record FfmpegCost(double CpuSeconds, double WallSeconds, double PeakMiB)
{
    /// <summary>Runs a command by itself: nothing else of this program may start children meanwhile.</summary>
    public static async Task<FfmpegCost> OfAsync(FfmpegCommand command, CancellationToken ct)
    {
        var before = Usage.OfEndedChildren();
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(
                "ffmpeg",
                ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", .. command.Arguments]
            )
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        )!;
        var said = process.StandardError.ReadToEndAsync(ct);
        var ended = process.WaitForExitAsync(ct);
        double peak = 0;
        while (!ended.IsCompleted)
        {
            // The kernel keeps the high-water mark; it can only be read while the process lives.
            peak = Math.Max(peak, HighWater(process.Id));
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(10), ct));
        }

        await ended;
        return process.ExitCode == 0
            ? new FfmpegCost(Usage.OfEndedChildren() - before, Stopwatch.GetElapsedTime(started).TotalSeconds, peak)
            : throw new FfmpegException(process.ExitCode, await said);
    }

    private static double HighWater(int process)
    {
        const string Line = "VmHWM:";
        try
        {
            var kib = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(static line => line.StartsWith(Line, StringComparison.Ordinal));
            return kib is null ? 0 : double.Parse(kib[Line.Length..^2].Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static partial class Usage
    {
        private const int Children = -1;

        public static double OfEndedChildren() =>
            GetUsage(Children, out var usage) == 0
                ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6)
                : throw new InvalidOperationException("The kernel did not tell the processor time.");

        [DllImport("libc", EntryPoint = "getrusage")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static extern int GetUsage(int who, out ResourceUsage usage);
    }

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
