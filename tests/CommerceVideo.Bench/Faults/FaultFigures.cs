using CommerceVideo.Sandbox.Postgres;

namespace CommerceVideo.Bench.Faults;

/// <summary>That nothing is bought twice, lost or stuck, whatever providers, networks and machines do.</summary>
internal static class FaultFigures
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        var plan = FaultPlan.FromEnvironment();
        var folder = Directory.CreateTempSubdirectory("commerce-video-faults-");
        try
        {
            await using var server = await PostgresServer.StartAsync(
                new PostgresOptions
                {
                    Folder = Path.Combine(folder.FullName, "postgres"),
                    Fast = true,
                    PackageFolder = Path.Combine(BenchFolders.Root, "src/CommerceVideo.Sandbox/Postgres"),
                },
                ct
            );
            var result = await FaultRun.RunAsync(
                plan,
                $"{server.ConnectionString};Maximum Pool Size=25",
                static line => Console.Error.WriteLine($"  {line}"),
                ct
            );
            return Told(plan, result);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figure[] Told(FaultPlan plan, FaultResult result)
    {
        var (count, books) = (result.Count, result.Books);
        return
        [
            None("double_purchases", count.DoublePurchases, "jobs", "the stand-ins' own bills"),
            .. result.Each.Select(static one =>
                None(
                    $"double_purchases.{one.Key}",
                    one.Value.DoublePurchases,
                    "jobs",
                    $"{one.Value.Attempts} attempts there, {one.Value.Bought} clips bought"
                )
            ),
            None("lost_late_successes", count.LostLateSuccesses, "jobs", "jobs billed as succeeded"),
            None("stuck", count.Stuck, "attempts", "all attempts"),
            None("unlisted", result.Unlisted, "attempts", "unclear attempts, all shown to a person"),
            None("undecided", count.Undecided, "attempts", "what a person was shown"),
            None("ledger_difference", (double)count.LedgerDifference, "USD", "the stand-ins' own bills"),
            None("refused_calls", books.RefusedCalls, "calls", "calls that no correct caller makes"),
            Told("submissions", plan.Submissions, "attempts asked for"),
            Told("attempts", count.Attempts, "attempts with fall-backs"),
            Told("bought", count.Bought, "clips"),
            Told("decided", count.Decided, "unclear attempts, by a person"),
            .. result.Each.Select(static one => Told($"decided.{one.Key}", one.Value.Decided, "unclear attempts")),
            Told("decided_not_bought", result.NotBought, "of them never billed"),
            Told("worker_kills", result.Kills, "kills"),
            Told("faults_struck", books.Struck.Values.Sum(), "faults"),
            Told(
                "refused_repeats",
                books.Jobs.Sum(static job => job.Submits - 1),
                "requests the provider knew already"
            ),
            Told("callbacks", books.Jobs.Sum(static job => job.Callbacks), "answered"),
            Told("forged_callbacks", result.Forged * 2, "calls"),
            Told("per_second", Math.Round(plan.Submissions / result.Took.TotalSeconds, 1), "submissions/s"),
        ];
    }

    private static Figure None(string name, double value, string unit, string @base) =>
        new($"faults.{name}", value, unit, @base, [value], "<=", 0);

    private static Figure Told(string name, double value, string unit) =>
        new($"faults.{name}", value, unit, null, [value], Why: "reported only");
}
