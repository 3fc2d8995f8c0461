using CommerceVideo.Admin.Drills;
using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.Tests.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Tests.Admin.Drills;

public sealed class DrilledBriefsTests : IAsyncLifetime
{
    private static readonly DateOnly End = new(2026, 12, 1);

    private ShopRows _rows = null!;

    public async Task InitializeAsync()
    {
        _rows = await ShopRows.CreateAsync();
        await _rows.KeyAsync("stays");
    }

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task A_brief_that_would_be_routed_to_the_model_is_affected()
    {
        var brief = await _rows.BriefAsync("one");

        var drilled = Assert.Single(await ReadAsync());

        Assert.Equal((brief.Id, "Cable knit sweater", false), (drilled.Id, drilled.Product, drilled.Used));
        Assert.Equal(("ends-1", "stays-1"), (drilled.Change.From, drilled.Change.To));
        Assert.Equal(new Money(-0.30m, "USD"), drilled.Change.CostsMore);
    }

    [Fact]
    public async Task A_brief_that_was_made_with_it_is_affected_wherever_it_would_go_today()
    {
        var made = await _rows.BriefAsync("made");
        await _rows.AttemptAsync(made, "ends-1");
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 60, "colour");
        await _rows.BriefAsync("other");

        var drilled = Assert.Single(await ReadAsync());

        Assert.Equal((made.Id, true, "stays-1"), (drilled.Id, drilled.Used, drilled.Change.To));
    }

    [Theory]
    [InlineData("stays-1", false)]
    [InlineData("ends-1", true)]
    public async Task What_a_person_asked_for_stays_unless_it_is_what_ends(string wanted, bool affected)
    {
        await _rows.BriefAsync("one", wanted: wanted);

        Assert.Equal(affected ? 1 : 0, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task Briefs_that_are_over_are_not_drilled()
    {
        await _rows.BriefAsync("refused", BriefState.NotPossible);
        await _rows.BriefAsync("rejected", BriefState.Rejected);

        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Another_shops_name_finds_none_of_these()
    {
        await _rows.BriefAsync("one");

        Assert.Empty(await ReadAsync("other.myshopify.com"));
        Assert.Single(await ReadAsync("dev-atelier.myshopify.com"));
    }

    [Fact]
    public async Task A_replay_makes_the_same_shots_again_beside_the_first_and_only_once()
    {
        var brief = await _rows.BriefAsync("one");
        var drilled = await ReadAsync();

        Assert.Equal(1, await ReplayAsync(drilled));
        Assert.Equal(0, await ReplayAsync(drilled));

        await using var db = _rows.Database.CreateDbContext();
        var again = await db.Briefs.SingleAsync(b => b.Version == 2);
        var before = await db.Briefs.SingleAsync(b => b.Version == 1);
        Assert.Equal(
            (BriefState.Generating, "stays-1", "drill-ends-1-2026-12-01"),
            (again.State, again.WantedModel, again.Run)
        );
        Assert.Equal((before.Shots, before.Note, before.ContentHash), (again.Shots, again.Note, again.ContentHash));
        Assert.Equal((brief.Id, BriefState.Done), (before.Id, before.State));
        Assert.Equal(
            again.Id.ToString("N"),
            await _rows.Database.AskAsync<string>("select key from work where kind = 'generation.start-shots'")
        );
    }

    private async Task<IReadOnlyList<DrilledBrief>> ReadAsync(string? shop = null)
    {
        await using var db = _rows.Database.CreateDbContext();
        return await new DrilledBriefs(db, new DrilledRoutes(_rows.Standings(db), new RouteChoices(db))).ReadAsync(
            "ends-1",
            End,
            named: null,
            shop,
            CancellationToken.None
        );
    }

    private async Task<int> ReplayAsync(IReadOnlyList<DrilledBrief> drilled)
    {
        await using var db = _rows.Database.CreateDbContext();
        var report = new DrillReport("ends-1", End, [], drilled, [], Listed: true);
        return (await new Replays(db, new WorkQueue(_rows.Time), _rows.Time).StartAsync(report, default)).Briefs;
    }
}
