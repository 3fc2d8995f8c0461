namespace CommerceVideo.Bench.Intake;

/// <summary>
/// Webhooks taken at table speed: 8 KB bodies over 64 connections, each acknowledged after its commit, beside Shopify's own Express
/// library with an insert a request and beside pgbench's single-row commits, in one run and in turn.
/// </summary>
internal static class IntakeFigures
{
    private const int Rounds = 5;
    private const int WarmUpSeconds = 6;
    private const int Seconds = 5;

    private sealed record Round(Load Ours, Load Express, double SingleRow, double OurCpu, double ExpressCpu, long Lost);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        foreach (var program in (string[])["wrk", "pgbench", "npm"])
        {
            if (Child.Find(program) is null)
            {
                return Missing($"{program} is not installed");
            }
        }

        var folder = Directory.CreateTempSubdirectory("cv-intake-").FullName;
        try
        {
            return Figures(await MeasureAsync(folder, ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Round>> MeasureAsync(string folder, CancellationToken ct)
    {
        var body = IntakeBodies.Write(folder);
        await using var database = await IntakeDatabase.StartAsync(Path.Combine(folder, "database"), ct);
        using var ours = await IntakeServers.OursAsync(database.Connection, ct);
        using var express = await IntakeServers.ExpressAsync(database.Connection, ct);
        await Load.RunAsync(ours.Address, folder, WarmUpSeconds, ct);
        await Load.RunAsync(express.Address, folder, WarmUpSeconds, ct);
        var rounds = new List<Round>();
        for (var round = 0; round < Rounds; round++)
        {
            var (theirs, theirCpu, _) = await DriveAsync(database, express, folder, ct);
            var (own, ownCpu, lost) = await DriveAsync(database, ours, folder, ct);
            await database.EmptyAsync(ct);
            var rows = await SingleRowCommits.PerSecondAsync(database.Connection, body, folder, Seconds, ct);
            rounds.Add(new Round(own, theirs, rows, ownCpu, theirCpu, lost));
            await Console.Error.WriteLineAsync(
                $"intake {round + 1}/{Rounds}: ours {own.PerSecond:F0}/s, express {theirs.PerSecond:F0}/s, single rows {rows:F0}/s"
            );
        }

        return rounds;
    }

    private static async Task<(Load Load, double Cpu, long Lost)> DriveAsync(
        IntakeDatabase database,
        Child server,
        string bodies,
        CancellationToken ct
    )
    {
        await database.EmptyAsync(ct);
        var before = server.ProcessorTime;
        var load = await Load.RunAsync(server.Address, bodies, Seconds, ct);
        var cpu = (server.ProcessorTime - before).TotalMicroseconds / load.Requests;
        return load.Refused + load.Broken == 0
            ? (load, cpu, Math.Max(0, load.Acknowledged - await database.CountAsync(ct)))
            : throw new InvalidOperationException(
                $"{load.Refused} refused and {load.Broken} broken requests at {server.Address}"
            );
    }

    private static Figure[] Figures(IReadOnlyList<Round> rounds)
    {
        return
        [
            Of("intake.throughput", "ratio", "express", r => r.Ours.PerSecond / r.Express.PerSecond, ">=", 4),
            Of(
                "intake.throughput.commits",
                "ratio",
                "pgbench single row",
                r => r.Ours.PerSecond / r.SingleRow,
                ">=",
                1.1
            ),
            Of("intake.p99", "ratio", "express", r => r.Ours.P99 / r.Express.P99, "<=", 0.5),
            Of("intake.lost", "rows", null, r => r.Lost, "<=", 0),
            Of("intake.cpu", "ratio", "express", r => r.OurCpu / r.ExpressCpu),
            Of("intake.rate", "1/s", null, r => r.Ours.PerSecond),
            Of("intake.rate.express", "1/s", null, r => r.Express.PerSecond),
            Of("intake.rate.pgbench", "1/s", null, r => r.SingleRow),
            Of("intake.p99.ms", "ms", null, r => r.Ours.P99 / 1000),
        ];

        Figure Of(
            string name,
            string unit,
            string? against,
            Func<Round, double> value,
            string? op = null,
            double? limit = null
        )
        {
            double[] runs = [.. rounds.Select(value)];
            return new Figure(name, Figure.Median(runs), unit, against, runs, op, limit);
        }
    }

    private static Figure[] Missing(string why) =>
        [
            Figure.Missing("intake.throughput", "ratio", why, ">=", 4),
            Figure.Missing("intake.throughput.commits", "ratio", why, ">=", 1.1),
            Figure.Missing("intake.p99", "ratio", why, "<=", 0.5),
        ];
}
