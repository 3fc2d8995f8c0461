using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Forecasts;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Routing.Forecasts;

public sealed class ForecastPlannerTests
{
    private static readonly VideoModel First = Model("first", (5, 5, 5, 5, 5), 0.10m, 1, 15);

    private static readonly VideoModel Second = Model("second", (3, 3, 3, 3, 3), 0.05m, 1, 15);

    [Fact]
    public void The_studio_alone_costs_nothing()
    {
        var forecast = Plan(10, [Use.Page], On(StudioCard.Model));

        Assert.Empty(forecast.Costs);
        Assert.Equal((10, "studio-1"), (forecast.Shots, forecast.Models.Single().Model));
        Assert.Equal(TimeSpan.FromSeconds(10 * 20), forecast.Time.Expected);
    }

    [Fact]
    public void The_range_runs_from_nothing_failing_to_what_approval_sets_aside()
    {
        var cost = Assert.Single(Plan(100, [Use.Page], On(First), On(Second)).Costs);

        Assert.Equal(new Money(60, "USD"), cost.Low);
        Assert.Equal(new Money(60 + (100 * 0.08m * 0.30m), "USD"), cost.Expected);
        Assert.True(cost.High > cost.Expected);
        Assert.Equal(new Money(100 * 0.90m, "USD"), cost.Worst);
        Assert.True(cost.Worst > cost.High);
    }

    [Fact]
    public void What_checks_have_seen_replaces_the_guess()
    {
        var seen = On(First) with { Learned = new LearnedResults(0, 0, 15, 5) };

        var cost = Assert.Single(Plan(100, [Use.Page], seen, On(Second)).Costs);

        Assert.Equal(new Money(60 + (100 * 0.25m * 0.30m), "USD"), cost.Expected);
    }

    [Theory]
    [InlineData(10, "6.00", "6.00")]
    [InlineData(11, "6.60", "6.30")]
    [InlineData(20, "12.00", "9.00")]
    public void What_is_bought_beyond_a_tier_is_cheaper(int products, string list, string price)
    {
        var tiered = First with { Tiers = new PriceTiers("first", TierUnit.Seconds, [new PriceTier(60, 0.5m)]) };

        var share = Assert.Single(Plan(products, [Use.Page], On(tiered)).Models);

        Assert.Equal((list, price), (share.List.Digits, Math.Round(share.Price.Amount, 6).ToString("0.00", null)));
    }

    [Fact]
    public void Models_of_one_provider_fill_its_tiers_together()
    {
        var tiers = new PriceTiers("house", TierUnit.Seconds, [new PriceTier(100, 0.5m)]);
        var page = First with { Tiers = tiers, BestFor = ["page"] };
        var hero = First with { Id = "hero", Tiers = tiers, BestFor = ["hero"] };

        var cost = Assert.Single(Plan(10, [Use.Page, Use.Hero], On(page), On(hero)).Costs);

        // 60 s of pages and 80 s of heroes: 100 s at 0.10, 40 s at 0.05.
        Assert.Equal(12m, decimal.Round(cost.Low.Amount, 6));
    }

    [Theory]
    [InlineData(5, 0, 120)]
    [InlineData(6, 0, 240)]
    [InlineData(5, 2, 240)]
    public void Time_goes_in_waves_and_no_faster_than_requests_are_taken(int products, int perMinute, int seconds)
    {
        var model = First with { PerMinute = perMinute };

        Assert.Equal(TimeSpan.FromSeconds(seconds), Plan(products, [Use.Page], On(model)).Time.Expected);
    }

    [Fact]
    public void A_use_that_nobody_can_make_is_told()
    {
        var missing = Assert.Single(Plan(3, [Use.Page, Use.Lifestyle], On(StudioCard.Model)).NotMade);

        Assert.Equal(Use.Lifestyle, missing.Use);
    }

    [Fact]
    public void Prices_in_several_currencies_are_kept_apart()
    {
        var foreign = First with
        {
            Id = "foreign",
            BestFor = ["hero"],
            Sizes = [First.Sizes[0] with { Price = new ModelPrice.PerSecond(1, "CNY") }],
        };
        var page = First with { BestFor = ["page"] };

        var costs = Plan(1, [Use.Page, Use.Hero], On(page), On(foreign)).Costs;

        Assert.Equal(["CNY", "USD"], costs.Select(static cost => cost.Low.Currency));
        Assert.Equal([8m, 0.6m], costs.Select(static cost => cost.Low.Amount));
    }

    private static Forecast Plan(int products, Use[] uses, params ModelStanding[] models) =>
        ForecastPlanner.Plan(new ForecastRequest(products, uses, Now), models);
}
