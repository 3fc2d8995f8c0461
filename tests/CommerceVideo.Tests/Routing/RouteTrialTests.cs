using CommerceVideo.Briefs;
using CommerceVideo.Routing;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Routing;

public sealed class RouteTrialTests
{
    private const int Briefs = 4000;

    private static readonly IReadOnlyList<ModelStanding> Models =
    [
        On(Model("known", (4, 4, 4, 4, 4), 0.10m, 3, 10)) with
        {
            Learned = new LearnedResults(8, 2, 0, 0),
        },
        On(Model("untried", (4, 4, 4, 4, 4), 0.11m, 3, 10)),
        On(Model("weak", (1, 1, 1, 1, 1), 0.10m, 3, 10)),
    ];

    private static readonly string Due = Keys().First(static key => RouteTrial.IsDue(Request() with { Key = key }));

    [Fact]
    public void About_one_brief_in_twenty_tries_an_untried_model_and_never_a_hopeless_one()
    {
        var first = Keys().Select(static key => Best(Request() with { Key = key }, Models)).ToArray();

        Assert.InRange(first.Count(static id => id == "untried"), Briefs / 28, Briefs / 15);
        Assert.DoesNotContain("weak", first);
    }

    [Fact]
    public void The_same_brief_is_decided_the_same_way_whenever_it_is_routed_and_told_why()
    {
        var one = RoutePlanner.Plan(Request() with { Key = Due }, Models);
        var later = RoutePlanner.Plan(Request() with { Key = Due, At = Now.AddHours(3) }, Models);

        Assert.Equal("untried", later.Chosen[0].Model.Id);
        Assert.Equal(
            ("untried", "trial", "Gets its chance: one in 20 videos tries a model without results for knits."),
            (one.Chosen[0].Model.Id, one.Chosen[0].Reasons[0].Code, one.Chosen[0].Reasons[0].Text)
        );
        Assert.Equal("known", one.Chosen[1].Model.Id);
    }

    [Fact]
    public void A_preview_tries_nobody() => Assert.Equal("known", Best(Request(), Models));

    [Fact]
    public void What_was_asked_for_is_not_given_to_a_trial()
    {
        Assert.Equal("known", Best(Request() with { Key = Due, Wanted = "known" }, Models));
        Assert.Equal("weak", Best(Request() with { Key = Due, WantedByShop = "weak" }, Models));
    }

    [Fact]
    public void A_model_with_results_is_no_longer_on_trial()
    {
        var tried = Models[1] with { Learned = new LearnedResults(2, 1, 0, 0) };

        Assert.Equal("known", Best(Request() with { Key = Due }, [Models[0], tried]));
    }

    [Fact]
    public void A_trial_costs_no_more_than_twice_the_usual()
    {
        var twice = On(Model("untried", (5, 5, 5, 5, 5), 0.20m, 3, 10) with { BestFor = [] });
        var more = On(Model("untried", (5, 5, 5, 5, 5), 0.21m, 3, 10));
        var leader = Models[0] with { Learned = new LearnedResults(36, 6, 0, 0) };
        var request = Request(Use.Page) with { Key = Due };

        Assert.Equal("untried", Best(request, [leader, twice]));
        Assert.Equal("known", Best(request, [leader, more]));
    }

    private static IEnumerable<string> Keys() => Enumerable.Range(0, Briefs).Select(static n => $"brief {n}");
}
