using System.Text.Json;
using CommerceVideo.Generation;
using CommerceVideo.Platform;
using CommerceVideo.Routing;

namespace CommerceVideo.Tests.Generation;

/// <summary>What a shop chooses and casts, seen in the attempts that are made from then on.</summary>
public sealed class ChosenRoutesTests(GenerationGround ground) : IClassFixture<GenerationGround>
{
    [Fact]
    public async Task A_written_choice_changes_the_route_of_the_next_brief_and_is_named_in_the_explanation()
    {
        var before = await FirstAsync(await ground.BriefAsync(wanted: null));
        Assert.Equal(GenerationGround.First, before.Model);

        await ChooseAsync(new RouteChoiceForm(null, GenerationGround.Second, null, null, null));
        var wanted = await FirstAsync(await ground.BriefAsync(wanted: null));
        Assert.Equal(GenerationGround.Second, wanted.Model);
        Assert.Contains("Your shop's choice.", wanted.Route, StringComparison.Ordinal);

        await ChooseAsync(new RouteChoiceForm(null, null, [GenerationGround.First], null, null));
        var never = await FirstAsync(await ground.BriefAsync(wanted: null));
        Assert.Equal(GenerationGround.Second, never.Model);
        Assert.Equal("not_wanted", LeftOut(never, GenerationGround.First));

        await ChooseAsync(new RouteChoiceForm(null, null, null, ["studio"], null));
        var only = await FirstAsync(await ground.BriefAsync(wanted: null));
        Assert.Equal("studio-1", only.Model);
        Assert.Equal("not_among", LeftOut(only, GenerationGround.First));

        await ChooseAsync(new RouteChoiceForm(null, null, null, null, new Money(0.23m, Money.Dollars)));
        var cheap = await FirstAsync(await ground.BriefAsync(wanted: null));
        Assert.Equal(GenerationGround.Second, cheap.Model);
        Assert.Equal("over_budget", LeftOut(cheap, GenerationGround.First));

        await ground.ScopedAsync<RouteChoices>(choices => choices.DropAsync(ground.Shop, null, default));
        Assert.Equal(GenerationGround.First, (await FirstAsync(await ground.BriefAsync(wanted: null))).Model);
    }

    [Theory]
    [InlineData(3, 12, "0.25")]
    [InlineData(12, 12, "1")]
    public void A_shot_may_cost_its_share_of_what_the_video_may(double seconds, double filmed, string most)
    {
        var wishes = RouteWishes.None with { MostPrice = new Money(1, Money.Dollars) };

        Assert.Equal(
            decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture),
            wishes.MostFor(seconds, filmed)?.Amount
        );
        Assert.Null(RouteWishes.None.MostFor(seconds, filmed));
    }

    [Fact]
    public void A_type_s_own_limits_stand_before_the_shop_s_and_what_either_rules_out_is_ruled_out()
    {
        var whole = Choice("", ["pika-2.2"], ["kling"], 1);
        var own = Choice("knitwear", ["ray-2"], [], 2);

        var wishes = RouteWishes.Of(own, whole);

        Assert.Equal(["ray-2", "pika-2.2"], wishes.NotWanted);
        Assert.Equal(["kling"], wishes.Only);
        Assert.Equal(2, wishes.MostPrice?.Amount);
    }

    private static RouteChoice Choice(string type, string[] never, string[] only, decimal most) =>
        new()
        {
            ShopId = Guid.NewGuid(),
            ProductType = type,
            NotWanted = never,
            OnlyThese = only,
            MostAmount = most,
            MostCurrency = Money.Dollars,
        };

    private Task ChooseAsync(RouteChoiceForm form) =>
        ground.ScopedAsync<RouteChoices>(choices => choices.KeepAsync(ground.Shop, form, default));

    private async Task<Attempt> FirstAsync(Guid brief)
    {
        await ground.LiveAsync(until: async () => (await ground.AttemptsAsync(brief)).Length > 0);
        return (await ground.AttemptsAsync(brief))[0];
    }

    private static string? LeftOut(Attempt attempt, string model) =>
        JsonDocument
            .Parse(attempt.Route!)
            .RootElement.GetProperty("leftOut")
            .EnumerateArray()
            .Single(one => one.GetProperty("model").GetString() == model)
            .GetProperty("code")
            .GetString();
}
