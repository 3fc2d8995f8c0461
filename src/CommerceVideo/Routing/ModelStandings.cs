using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Keys;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Routing;

/// <summary>Loads how every model stands for a shop: keys, breakers, and what was recorded of its work.</summary>
internal sealed class ModelStandings(AppDb db, InstalledModels installed, ProviderCircuits circuits, TimeProvider time)
{
    private static readonly TimeSpan Recently = TimeSpan.FromHours(2);

    /// <param name="category">Results are learned by category of product; null for all of them together.</param>
    public async Task<IReadOnlyList<ModelStanding>> OfShopAsync(Guid shop, string? category, CancellationToken ct)
    {
        var own = await db
            .ShopProviderKeys.Where(key => key.ShopId == shop)
            .Select(static key => key.Provider)
            .ToListAsync(ct);
        var times = await RecentTimesAsync(ct);
        var waiting = await WaitingAsync(ct);
        var learned = await LearnedAsync(shop, category, ct);
        var gone = await GoneAsync(ct);
        return
        [
            .. installed
                .Standings(own)
                .Select(standing =>
                    standing with
                    {
                        Down = circuits.Of(standing.Model.Provider).IsOpen,
                        Gone = gone.Contains(standing.Model.Id),
                        RecentTime = times.TryGetValue(standing.Model.Id, out var seconds)
                            ? TimeSpan.FromSeconds(seconds)
                            : null,
                        Waiting = waiting.GetValueOrDefault(standing.Model.Id),
                        Learned = learned.GetValueOrDefault(standing.Model.Id, LearnedResults.None),
                    }
                ),
        ];
    }

    private async Task<Dictionary<string, double>> RecentTimesAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow() - Recently;
        return await db
            .Database.SqlQuery<ModelSeconds>(
                $"""
                select model as "Model", percentile_cont(0.5) within group (order by seconds) as "Seconds" from model_event
                where kind = 'collected' and at > {since} and seconds is not null group by model
                """
            )
            .ToDictionaryAsync(static row => row.Model, static row => row.Seconds, StringComparer.Ordinal, ct);
    }

    // The next step's table, read as a number: how long a queue is belongs to how a model stands.
    private async Task<Dictionary<string, int>> WaitingAsync(CancellationToken ct) =>
        await db
            .Database.SqlQuery<ModelQueue>(
                $"""
                select model as "Model", count(*)::int as "Length" from generation
                where state in ('planned', 'reserved', 'submitting', 'submitted', 'running') group by model
                """
            )
            .ToDictionaryAsync(static row => row.Model, static row => row.Length, StringComparer.Ordinal, ct);

    private async Task<Dictionary<string, LearnedResults>> LearnedAsync(
        Guid shop,
        string? category,
        CancellationToken ct
    )
    {
        var rows = await db
            .Database.SqlQuery<ModelCounts>(
                $"""
                select model as "Model", count(*) filter (where kind = 'approved')::int as "Approved",
                  count(*) filter (where kind = 'rejected' and detail is distinct from 'wish')::int as "Rejected",
                  count(*) filter (where kind = 'passed')::int as "Passed",
                  count(*) filter (where kind = 'failed_check')::int as "Failed",
                  mode() within group (order by detail) filter (where kind = 'rejected' and detail <> 'wish') as "RejectedFor"
                from model_event
                where shop_id = {shop} and ({category}::text is null or category = {category})
                  and kind in ('approved', 'rejected', 'passed', 'failed_check')
                group by model
                """
            )
            .ToListAsync(ct);
        return rows.ToDictionary(
            static row => row.Model,
            static row => new LearnedResults(row.Approved, row.Rejected, row.Passed, row.Failed)
            {
                RejectedFor = row.RejectedFor,
            },
            StringComparer.Ordinal
        );
    }

    /// <summary>Three answers that mean "gone" since its last Clip, within a week.</summary>
    private async Task<HashSet<string>> GoneAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow() - TimeSpan.FromDays(7);
        var models = await db
            .Database.SqlQuery<string>(
                $"""
                select model as "Value" from model_event e
                where kind = 'failed' and detail = 'retired' and at > {since}
                  and at > coalesce((select max(at) from model_event c where c.model = e.model and c.kind = 'collected'), '-infinity')
                group by model having count(*) >= 3
                """
            )
            .ToListAsync(ct);
        return models.ToHashSet(StringComparer.Ordinal);
    }

    private sealed record ModelSeconds(string Model, double Seconds);

    private sealed record ModelQueue(string Model, int Length);

    private sealed record ModelCounts(
        string Model,
        int Approved,
        int Rejected,
        int Passed,
        int Failed,
        string? RejectedFor
    );
}
