using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Routing;

public sealed class DrillTests
{
    private static readonly DateOnly End = new(2026, 12, 1);

    private static readonly IReadOnlyList<ModelStanding> Two =
    [
        On(Model("ends", (5, 5, 5, 5, 5), 0.10m, 1, 15)),
        On(Model("stays", (3, 3, 3, 3, 3), 0.05m, 1, 15)),
    ];

    [Fact]
    public void A_drill_shows_the_new_route_and_the_difference_for_every_use()
    {
        var changes = Drill.Uses(Two, "ends", End);

        Assert.Equal(Enum.GetValues<Use>(), changes.Select(static change => change.Use));
        Assert.All(changes, static change => Assert.Equal("stays", change.To));
        var page = changes[0];
        Assert.Equal(new Money(0.60m, "USD"), page.Before);
        Assert.Equal(new Money(0.30m, "USD"), page.After);
        Assert.Equal(new Money(-0.30m, "USD"), page.CostsMore);
        Assert.Equal("Product pages go to stays then, for 0.30 USD less a video.", page.Text);
    }

    [Fact]
    public void The_end_of_what_nobody_is_sent_to_changes_nothing() => Assert.Empty(Drill.Uses(Two, "stays", End));

    [Fact]
    public void What_has_already_ended_can_be_drilled_on_another_day()
    {
        var changes = Drill.Uses(All, "sora-2", End);

        Assert.Contains(changes, static change => change is { Use: Use.Hero, From: "sora-2" });
    }

    [Fact]
    public void With_only_the_studio_left_the_work_costs_nothing_and_walks_are_not_made()
    {
        var changes = Drill.Uses([Two[0], On(StudioCard.Model)], "ends", End);

        Assert.Equal(("studio-1", new Money(-0.60m, "USD")), (changes[0].To, changes[0].CostsMore));
        Assert.Null(changes.Single(static change => change.Use == Use.Lifestyle).To);
    }

    [Fact]
    public void Prices_in_other_money_are_shown_and_not_compared()
    {
        var foreign = Two[1] with
        {
            Model = Two[1].Model with
            {
                Sizes = [Two[1].Model.Sizes[0] with { Price = new ModelPrice.PerSecond(0.5m, "CNY") }],
            },
        };

        var page = Drill.Uses([Two[0], foreign], "ends", End)[0];

        Assert.Null(page.CostsMore);
        Assert.Equal("Product pages go to stays then, for 3.00 CNY.", page.Text);
    }
}
