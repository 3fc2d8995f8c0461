using System.Diagnostics;
using CommerceVideo.Platform.Database;
using Npgsql;

namespace CommerceVideo.Bench.Faults;

/// <summary>What a run came to, and what it went through.</summary>
/// <param name="Each">The count of each provider alone.</param>
/// <param name="Unlisted">Unclear attempts that the list for a person did not hold.</param>
/// <param name="NotBought">Of what a person decided, what the provider had not billed.</param>
internal sealed record FaultResult(
    FaultCount Count,
    IReadOnlyDictionary<string, FaultCount> Each,
    StandInState Books,
    int Unlisted,
    int NotBought,
    int Kills,
    int Forged,
    TimeSpan Took
);

/// <summary>
/// Feeds a shop's attempts to real workers, lets the stand-ins misbehave and kills the workers at seeded moments, waits for
/// the end of every attempt, lets a person decide what nobody can know, and compares both sides' books.
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
        var (shop, tables) = (new FaultShop(rows), new FaultTables(rows));
        await shop.OpenAsync(system.Storage, ct);
        await books.MisbehaveAsync(plan, ct);

        var watch = Stopwatch.StartNew();
        var forged = await FeedAsync(plan, system, books, shop, tables, say, ct);
        await SettleAsync(plan, tables, say, ct);
        var took = watch.Elapsed;

        // What comes ten minutes late comes after everything has ended.
        await books.AdvanceAsync(TimeSpan.FromMinutes(11), ct);
        await SettleAsync(plan, tables, say, ct);
        var (decided, unlisted) = await DecideAsync(system, books, tables, ct);
        var (state, kept) = (await books.ReadAsync(ct), await tables.AttemptsAsync(decided, ct));
        var paid = FaultCount.Bills(kept, state.Jobs).Select(static bill => bill.Attempt).ToHashSet();
        return new FaultResult(
            FaultCount.Of(kept, state.Jobs),
            FaultShop.Providers.ToDictionary(static one => one, one => FaultCount.Of(one, kept, state.Jobs)),
            state,
            unlisted,
            decided.Count(id => !paid.Contains(id)),
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
        FaultTables tables,
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
            var more = Math.Min(plan.Submissions - asked, plan.AtOnce - await tables.OpenAsync(ct));
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

            if (asked / 50 > forged && await tables.SomeTicketAsync(ct) is { } job)
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

    private static async Task SettleAsync(FaultPlan plan, FaultTables tables, Action<string> say, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        while (await tables.OpenAsync(ct) is var open and > 0 && Stopwatch.GetElapsedTime(since) < plan.ToSettle)
        {
            say($"{open} open");
            await Task.Delay(Pace * 5, ct);
        }
    }

    /// <summary>A person goes through the list with each provider's own bills in the other hand.</summary>
    private static async Task<(HashSet<Guid> Decided, int Unlisted)> DecideAsync(
        FaultSystem system,
        StandInBooks books,
        FaultTables tables,
        CancellationToken ct
    )
    {
        using var desk = new FaultDesk(system.Web, system.OperationsKey);
        var kept = await tables.AttemptsAsync(new HashSet<Guid>(), ct);
        var listed = (await desk.ListAsync(ct)).ToHashSet();
        var paid = FaultCount
            .Bills(kept, (await books.ReadAsync(ct)).Jobs)
            .Select(static bill => bill.Attempt)
            .ToHashSet();
        var decided = new HashSet<Guid>();
        foreach (var generation in listed)
        {
            if (await desk.DecideAsync(generation, paid.Contains(generation), ct))
            {
                decided.Add(generation);
            }
        }

        return (decided, kept.Count(one => one.Fate == AttemptFate.Shown && !listed.Contains(one.Id)));
    }
}
