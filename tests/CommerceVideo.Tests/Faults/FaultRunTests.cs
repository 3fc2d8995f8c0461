using CommerceVideo.Bench.Faults;
using CommerceVideo.Tests.Support;
using Xunit.Abstractions;

namespace CommerceVideo.Tests.Faults;

/// <summary>
/// The fault run of <c>./bench faults</c>, small: real workers, killed three times, and two stand-ins in which nearly half
/// goes wrong: one that refuses a second order of the same name, and one of which a lost answer is never heard again.
/// </summary>
public sealed class FaultRunTests(ITestOutputHelper output)
{
    private static readonly FaultPlan Small = new(
        Submissions: 50,
        Seed: 7,
        Workers: 2,
        Kills: 3,
        AtOnce: 20,
        ToSettle: TimeSpan.FromMinutes(2)
    )
    {
        Rates = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["5xx-after"] = 0.08,
            ["reset-after"] = 0.08,
            ["malformed"] = 0.08,
            ["mod-in"] = 0.04,
            ["fail"] = 0.04,
            ["dup-callback"] = 0.1,
            ["out-of-order"] = 0.06,
            ["late-callback"] = 0.04,
            ["expired-url"] = 0.02,
            ["download-cut"] = 0.02,
            ["read-5xx"] = 0.01,
        },
    };

    [Fact]
    public async Task Nothing_is_bought_twice_lost_or_stuck_whatever_is_lost_forged_or_killed()
    {
        await using var database = await TestDatabase.CreateAsync();

        var result = await FaultRun.RunAsync(Small, database.ConnectionString, output.WriteLine, default);

        var count = result.Count;
        Assert.Equal(
            (0, 0, 0, 0m),
            (count.DoublePurchases, count.LostLateSuccesses, count.Stuck, count.LedgerDifference)
        );
        Assert.All(result.Each.Values, static one => Assert.Equal(0, one.DoublePurchases));
        Assert.Equal((0, 0), (result.Unlisted, count.Undecided));
        Assert.Equal(0, result.Each["kling"].Decided);
        Assert.InRange(result.Each["wan"].Decided, 1, 25);
        Assert.Equal(50, count.Bought + result.NotBought);
        Assert.Equal((3, 0), (result.Kills, result.Books.RefusedCalls));
        Assert.InRange(result.Books.Struck.Values.Sum(), 10, 50 * 2);
    }
}
