using CommerceVideo.Generation;
using CommerceVideo.Routing;

namespace CommerceVideo.Tests.Routing;

public sealed class ModelStandingsTests : IAsyncLifetime
{
    private ShopRows _rows = null!;

    public async Task InitializeAsync() => _rows = await ShopRows.CreateAsync();

    public async Task DisposeAsync() => await _rows.DisposeAsync();

    [Fact]
    public async Task A_shops_own_key_connects_what_the_installation_does_not()
    {
        Assert.False((await StandingAsync("stays-1")).Connected);

        await _rows.KeyAsync("stays");

        Assert.True((await StandingAsync("stays-1")).Connected);
        Assert.True((await StandingAsync("studio-1")).Connected);
    }

    [Fact]
    public async Task Results_are_counted_from_the_events_of_this_category_alone()
    {
        await _rows.EventsAsync("ends-1", ModelEventKind.Approved, 14);
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 1, "shape");
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 2, "colour");
        await _rows.EventsAsync("ends-1", ModelEventKind.Passed, 5);
        await _rows.EventsAsync("ends-1", ModelEventKind.FailedCheck, 4, "flicker");
        await _rows.EventsAsync("ends-1", ModelEventKind.Approved, 100, category: "footwear");

        var learned = (await StandingAsync("ends-1")).Learned;

        Assert.Equal(new LearnedResults(14, 3, 5, 4) { RejectedFor = "colour" }, learned);
        Assert.Same(LearnedResults.None, (await StandingAsync("stays-1")).Learned);
        Assert.Equal(114, (await StandingAsync("ends-1", category: null)).Learned.Approved);
    }

    [Fact]
    public async Task A_person_who_wanted_something_else_holds_nothing_against_the_model()
    {
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 3, "wish");
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 2, "product");
        await _rows.EventsAsync("ends-1", ModelEventKind.Rejected, 1);

        var learned = (await StandingAsync("ends-1")).Learned;

        Assert.Equal((3, "product"), (learned.Rejected, learned.RejectedFor));
    }

    [Fact]
    public async Task What_is_open_is_before_the_next_one_and_what_has_ended_is_not()
    {
        var brief = await _rows.BriefAsync("one");
        await _rows.AttemptAsync(brief, "ends-1", 1, AttemptState.Collected);
        await _rows.AttemptAsync(brief, "ends-1", 2, AttemptState.Reserved);
        await _rows.AttemptAsync(brief, "ends-1", 3, AttemptState.Running);

        Assert.Equal(2, (await StandingAsync("ends-1")).Waiting);
    }

    [Fact]
    public async Task The_time_lately_is_the_median_and_is_forgotten_after_two_hours()
    {
        await _rows.EventsAsync("ends-1", ModelEventKind.Collected, 2, seconds: 60);
        await _rows.EventsAsync("ends-1", ModelEventKind.Collected, 1, seconds: 4000);

        Assert.Equal(TimeSpan.FromSeconds(60), (await StandingAsync("ends-1")).ExpectedTime);

        _rows.Time.Move(TimeSpan.FromHours(3));

        Assert.Equal(TimeSpan.FromSeconds(120), (await StandingAsync("ends-1")).ExpectedTime);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task Answers_that_mean_gone_turn_a_model_off(int answers, bool gone)
    {
        await _rows.EventsAsync("ends-1", ModelEventKind.Collected, 1, seconds: 60);
        _rows.Time.Move(TimeSpan.FromMinutes(1));
        await _rows.EventsAsync("ends-1", ModelEventKind.Failed, answers, "retired");

        Assert.Equal(gone, (await StandingAsync("ends-1")).Gone);
    }

    [Fact]
    public async Task A_choice_for_a_type_goes_with_what_the_whole_shop_does_not_want()
    {
        await _rows.SaveAsync(
            new RouteChoice
            {
                ShopId = _rows.Shop,
                ProductType = RouteChoice.WholeShop,
                Wanted = "stays-1",
                NotWanted = ["ends"],
            }
        );
        await _rows.SaveAsync(
            new RouteChoice
            {
                ShopId = _rows.Shop,
                ProductType = "knitwear",
                Wanted = "studio",
            }
        );
        await using var db = _rows.Database.CreateDbContext();
        var choices = new RouteChoices(db);

        var knit = await choices.OfShopAsync(_rows.Shop, "Knitwear", CancellationToken.None);
        var other = await choices.OfShopAsync(_rows.Shop, null, CancellationToken.None);

        Assert.Equal(("studio", "stays-1"), (knit.ForType, knit.ByShop));
        Assert.Equal(["ends"], knit.NotWanted);
        Assert.Equal((null, "stays-1"), (other.ForType, other.ByShop));
    }

    private async Task<ModelStanding> StandingAsync(string model, string? category = "knit")
    {
        await using var db = _rows.Database.CreateDbContext();
        var all = await _rows.Standings(db).OfShopAsync(_rows.Shop, category, CancellationToken.None);
        return all.Single(standing => standing.Model.Id == model);
    }
}
