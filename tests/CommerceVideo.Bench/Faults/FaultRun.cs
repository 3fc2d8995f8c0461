using System.Diagnostics;
using CommerceVideo.Generation;
using CommerceVideo.Jobs;
using CommerceVideo.Platform.Database;
using Npgsql;

namespace CommerceVideo.Bench.Faults;

/// <summary>What a run came to, and what it went through.</summary>
internal sealed record FaultResult(FaultCount Count, StandInState Books, int Kills, int Forged, TimeSpan Took);

/// <summary>
/// Feeds a shop's attempts to real workers, lets the stand-ins misbehave and kills the workers at seeded moments, then waits for
/// the end of every attempt and compares both sides' books.
/// </summary>
internal static class FaultRun
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    public static async Task<FaultResult> RunAsync(
        FaultPlan plan,
        string database,
        Action<string> say,
        CancellationToken ct
    )
    {
        await using var rows = NpgsqlDataSource.Create(database);
        await Migrator.MigrateAsync(rows, ct);
        await using var system = await FaultSystem.StartAsync(plan, database, ct);
        using var books = new StandInBooks(system.Providers.Control);
        var shop = new FaultShop(rows);
        await shop.OpenAsync(system.Storage, ct);
        await books.MisbehaveAsync(plan, ct);

        var watch = Stopwatch.StartNew();
        var forged = await FeedAsync(plan, system, books, shop, rows, say, ct);
        await SettleAsync(plan, rows, say, ct);
        var took = watch.Elapsed;

        // What comes ten minutes late comes after everything has ended.
        await books.AdvanceAsync(TimeSpan.FromMinutes(11), ct);
        await SettleAsync(plan, rows, say, ct);
        var state = await books.ReadAsync(ct);
        return new FaultResult(
            FaultCount.Of(await AttemptsAsync(rows, ct), state.Jobs),
            state,
            system.Kills,
            forged,
            took
        );
    }

    private static async Task<int> FeedAsync(
        FaultPlan plan,
        FaultSystem system,
        StandInBooks books,
        FaultShop shop,
        NpgsqlDataSource rows,
        Action<string> say,
        CancellationToken ct
    )
    {
        var random = new Random(plan.Seed);
        var moments = new Queue<int>(
            Enumerable.Range(0, plan.Kills).Select(_ => random.Next(plan.Submissions)).Order()
        );
        var (asked, forged) = (0, 0);
        while (asked < plan.Submissions)
        {
            var more = Math.Min(plan.Submissions - asked, plan.AtOnce - (int)await OpenAsync(rows, ct));
            if (more > 0)
            {
                await shop.AskAsync(more, ct);
                asked += more;
            }

            if (moments.TryPeek(out var moment) && asked >= moment)
            {
                moments.Dequeue();
                await system.KillAsync(random.Next(plan.Workers));
                say($"{asked} submissions, {system.Kills} kills");
            }

            if (asked / 50 > forged && await SomeTicketAsync(rows, ct) is { } job)
            {
                await books.ForgeAsync(job, ct);
                forged++;
            }

            await Task.Delay(Pace, ct);
        }

        while (moments.TryDequeue(out _))
        {
            await system.KillAsync(random.Next(plan.Workers));
            await Task.Delay(Pace, ct);
        }

        return forged;
    }

    private static async Task SettleAsync(
        FaultPlan plan,
        NpgsqlDataSource rows,
        Action<string> say,
        CancellationToken ct
    )
    {
        var since = Stopwatch.GetTimestamp();
        while (await OpenAsync(rows, ct) is var open and > 0 && Stopwatch.GetElapsedTime(since) < plan.ToSettle)
        {
            say($"{open} open");
            await Task.Delay(Pace * 5, ct);
        }
    }

    private static Task<long> OpenAsync(NpgsqlDataSource rows, CancellationToken ct) =>
        AskAsync<long>(
            rows,
            "select count(*) from generation where state not in ('collected', 'failed', 'refused', 'cancelled', 'unclear')",
            ct
        );

    private static async Task<string?> SomeTicketAsync(NpgsqlDataSource rows, CancellationToken ct)
    {
        await using var command = rows.CreateCommand(
            "select ticket from generation where state in ('submitted', 'running') and ticket is not null limit 1"
        );
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    private static async Task<IReadOnlyList<KeptAttempt>> AttemptsAsync(NpgsqlDataSource rows, CancellationToken ct)
    {
        await using var command = rows.CreateCommand(
            """
            select g.id, g.brief_id, g.state, coalesce(c.settled, c.reserved, 0) from generation g left join charge c on c.id = g.id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<KeptAttempt>();
        while (await reader.ReadAsync(ct))
        {
            var state = reader.GetString(2);
            all.Add(
                new KeptAttempt(
                    reader.GetGuid(0),
                    reader.GetGuid(1),
                    Collected: state == "collected",
                    Unclear: state == "unclear",
                    Open: state is not ("collected" or "failed" or "refused" or "cancelled" or "unclear"),
                    reader.GetDecimal(3)
                )
            );
        }

        return all;
    }

    private static async Task<T> AskAsync<T>(NpgsqlDataSource rows, string sql, CancellationToken ct)
    {
        await using var command = rows.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
