using CommerceVideo.Admin.Drills;
using CommerceVideo.Briefs;
using CommerceVideo.Jobs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.Shops;
using CommerceVideo.Tests.Routing;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Tests.Admin.Drills;

public sealed class DrilledRecipesTests : IAsyncLifetime
{
    private const string Domain = "dev-atelier.myshopify.com";

    private static readonly DateOnly End = new(2026, 12, 1);

    private ShopRows _rows = null!;

    public async Task InitializeAsync()
    {
        _rows = await ShopRows.CreateAsync();
        await _rows.KeyAsync("stays");
    }

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task A_recipe_nobody_filmed_yet_is_shown_with_its_shop_its_new_route_and_the_difference()
    {
        await KeepAsync("Spring look");

        var drilled = Assert.Single((await ReadAsync()).Recipes);

        Assert.Equal(
            (_rows.Shop, Domain, "Spring look", 1),
            (drilled.Owner.Shop, drilled.Owner.Domain, drilled.Name, drilled.Version)
        );
        Assert.Equal((true, false, null), (drilled.Newest, drilled.Used, drilled.Beside));
        Assert.Equal(("ends-1", "stays-1"), (drilled.Change.From, drilled.Change.To));
        Assert.Equal(new Money(-0.30m, "USD"), drilled.Change.CostsMore);
    }

    [Fact]
    public async Task Every_version_is_shown_and_only_the_newest_is_replayed()
    {
        await _rows.BriefAsync("one", wanted: "stays-1");
        await KeepAsync("Spring look");
        await KeepAsync("Spring look");

        var report = await ReadAsync();

        Assert.Equal([(1, false), (2, true)], report.Recipes.Select(static one => (one.Version, one.Newest)));
        Assert.Equal(2, Assert.Single(report.ReplayedRecipes).Version);
        Assert.Equal([new Money(0.30m, "USD")], report.ReplayCosts);
    }

    [Fact]
    public async Task A_recipe_that_the_model_filmed_is_affected_wherever_it_would_go_today()
    {
        var (filmed, other) = (await KeepAsync("Filmed"), await KeepAsync("Other"));
        var brief = await MadeFromAsync(filmed, "one");
        await _rows.AttemptAsync(brief, "ends-1");
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 60, "colour");

        var drilled = Assert.Single((await ReadAsync()).Recipes);

        Assert.NotEqual(other.Id, drilled.Id);
        Assert.Equal((filmed.Id, true, "stays-1"), (drilled.Id, drilled.Used, drilled.Change.To));
        Assert.Equal(new RecipeSibling(brief.Id, "Cable knit sweater"), drilled.Beside);
    }

    [Fact]
    public async Task Another_shops_name_finds_none_of_these_and_a_shop_that_left_has_none()
    {
        await KeepAsync("Spring look");
        Assert.Single((await ReadAsync(Domain)).Recipes);
        Assert.Empty((await ReadAsync("other.myshopify.com")).Recipes);

        await using var db = _rows.Database.CreateDbContext();
        await db.Shops.ExecuteUpdateAsync(set => set.SetProperty(static s => s.UninstalledAt, _rows.Time.GetUtcNow()));

        Assert.Empty((await ReadAsync()).Recipes);
    }

    [Fact]
    public async Task A_replay_films_the_stored_recipe_on_the_successor_beside_what_is_there_and_only_once()
    {
        var before = await _rows.BriefAsync("one", wanted: "stays-1");
        var recipe = await KeepAsync("Spring look", "In the evening sun.");
        var report = await ReadAsync();

        Assert.Equal(new ReplaysStarted(0, 1), await ReplayAsync(report));
        Assert.Equal(ReplaysStarted.None, await ReplayAsync(report));

        await using var db = _rows.Database.CreateDbContext();
        var again = await db.Briefs.SingleAsync(b => b.Version == 2);
        Assert.Equal(
            (BriefState.Generating, "stays-1", "drill-ends-1-2026-12-01"),
            (again.State, again.WantedModel, again.Run)
        );
        Assert.Equal((recipe.Id, "In the evening sun."), (again.RecipeId, again.Note));
        Assert.Equal(ShotJson.Read(recipe.Shots), ShotJson.Read(again.Shots));
        Assert.Equal((before.ProductId, before.ContentHash), (again.ProductId, again.ContentHash));
        Assert.Equal(BriefState.Done, (await db.Briefs.SingleAsync(b => b.Version == 1)).State);
        Assert.Equal(
            again.Id.ToString("N"),
            await _rows.Database.AskAsync<string>("select key from work where kind = 'generation.start-shots'")
        );
    }

    [Fact]
    public async Task A_recipe_whose_video_is_replayed_is_not_bought_a_second_time()
    {
        await MadeFromAsync(await KeepAsync("Spring look"), "one");

        var report = await ReadAsync();

        Assert.Single(report.Recipes);
        Assert.Empty(report.ReplayedRecipes);
        Assert.Equal(new ReplaysStarted(1, 0), await ReplayAsync(report));
    }

    [Fact]
    public async Task People_read_which_recipe_of_which_shop_goes_where_and_what_it_costs_more()
    {
        await _rows.BriefAsync("one", wanted: "stays-1");
        await KeepAsync("Spring look");

        var lines = DrillWriting.Lines(await ReadAsync());

        Assert.Contains(
            lines.Split('\n'),
            static line =>
                line.StartsWith("Spring look (version 1)", StringComparison.Ordinal)
                && line.Contains("stays-1", StringComparison.Ordinal)
                && line.Contains("-0.30 USD", StringComparison.Ordinal)
                && line.TrimEnd().EndsWith(Domain, StringComparison.Ordinal)
        );
        Assert.Contains("0 briefs and 1 recipes", lines, StringComparison.Ordinal);
    }

    private async Task<Recipe> KeepAsync(string name, string? note = null)
    {
        await using var db = _rows.Database.CreateDbContext();
        return await new RecipeLibrary(db, _rows.Time).AddAsync(
            _rows.Shop,
            new RecipeFile(RecipeFile.CurrentSchema, name, Use.Page, note, [Catalogue.Shot()]),
            default
        );
    }

    private async Task<PlannedBrief> MadeFromAsync(Recipe recipe, string hash)
    {
        var brief = await _rows.BriefAsync(hash);
        await using var db = _rows.Database.CreateDbContext();
        await db
            .Briefs.Where(b => b.Id == brief.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(static b => b.RecipeId, recipe.Id));
        return brief;
    }

    private async Task<DrillReport> ReadAsync(string? shop = null)
    {
        await using var db = _rows.Database.CreateDbContext();
        var routes = new DrilledRoutes(_rows.Standings(db), new RouteChoices(db));
        return new DrillReport(
            "ends-1",
            End,
            [],
            await new DrilledBriefs(db, routes).ReadAsync("ends-1", End, named: null, shop, default),
            await new DrilledRecipes(db, routes).ReadAsync("ends-1", End, named: null, shop, default),
            Listed: true
        );
    }

    private async Task<ReplaysStarted> ReplayAsync(DrillReport report)
    {
        await using var db = _rows.Database.CreateDbContext();
        return await new Replays(db, new WorkQueue(_rows.Time), _rows.Time).StartAsync(report, default);
    }
}
