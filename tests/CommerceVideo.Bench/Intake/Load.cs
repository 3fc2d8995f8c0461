using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CommerceVideo.Bench.Intake;

/// <summary>What one run of signed deliveries over 64 connections came to.</summary>
internal sealed record Load(long Requests, long Microseconds, long Refused, long Broken, double P99)
{
    public const int Connections = 64;

    private static int _run;

    public double PerSecond => Requests * 1e6 / Microseconds;

    public long Acknowledged => Requests - Refused;

    /// <summary>Drives either side alike; wrk and its script are the same for both.</summary>
    public static async Task<Load> RunAsync(string address, string bodies, int seconds, CancellationToken ct)
    {
        var script = Path.Combine(BenchFolder.Intake, "deliveries.lua");
        var start = new ProcessStartInfo(
            "wrk",
            [
                "-t1",
                $"-c{Connections}",
                $"-d{seconds}s",
                "--latency",
                "--timeout",
                "10s",
                "-s",
                script,
                address + "/webhooks",
            ]
        );
        start.Environment["INTAKE_BODIES"] = bodies;
        start.Environment["INTAKE_COUNT"] = IntakeBodies.Count.ToString(CultureInfo.InvariantCulture);
        start.Environment["INTAKE_RUN"] = $"run{Interlocked.Increment(ref _run)}";
        var outcome = (await Child.RunAsync(start, ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        var read = JsonDocument.Parse(outcome).RootElement;
        return new Load(Of("requests"), Of("microseconds"), Of("refused"), Of("broken"), Of("p99"));

        long Of(string name) => read.GetProperty(name).GetInt64();
    }
}
