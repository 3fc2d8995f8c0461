using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Routing;

public sealed class RoutePlannerTests
{
    private static readonly DateTimeOffset BeforeTheEnd = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Use.Hero, "sora-2")]
    [InlineData(Use.Page, "kling-3.0")]
    [InlineData(Use.Lifestyle, "kling-3.0")]
    [InlineData(Use.Isolation, "runway-gen4.5")]
    [InlineData(Use.Social, "pika-2.2")]
    public void Each_use_goes_to_the_model_that_is_best_for_it(Use use, string model) =>
        Assert.Equal(model, Best(Request(use) with { At = BeforeTheEnd }));

    [Fact]
    public void A_small_budget_goes_to_the_cheapest_that_is_good() =>
        Assert.Equal("wan-2.1", Best(Request() with { Shot = Shot(5), MostPrice = new Money(0.20m, Money.Dollars) }));

    [Fact]
    public void When_a_model_has_ended_its_work_goes_to_the_next_best_and_nothing_else_changes()
    {
        var before = Plan(Request(Use.Hero) with { At = BeforeTheEnd }, All);
        var after = Plan(Request(Use.Hero), All);

        Assert.Equal("sora-2", before.Chosen[0].Model.Id);
        Assert.Equal(before.Chosen[1].Model.Id, after.Chosen[0].Model.Id);
        Assert.Equal(("retired", "sora-2 ended on 2026-09-24."), Left(after, "sora-2"));
        Assert.DoesNotContain(before.LeftOut, static left => left.Model == "sora-2");
    }

    [Theory]
    [InlineData("2026-09-23T23:59:59Z", true)]
    [InlineData("2026-09-24T00:00:00Z", false)]
    public void A_model_ends_with_the_start_of_its_last_day(string at, bool chosen) =>
        Assert.Equal(
            chosen,
            Plan(Request(Use.Hero) with { At = DateTimeOffset.Parse(at, null) }, All)
                .Chosen.Any(static place => place.Model.Id == "sora-2")
        );

    [Fact]
    public void Every_place_tells_its_price_and_rests_on_evidence()
    {
        var decision = Plan(Request(), All);

        Assert.All(
            decision.Chosen,
            static place =>
            {
                Assert.Contains(place.Reasons, static reason => reason.Code == "price");
                Assert.All(place.Reasons, static reason => Assert.False(string.IsNullOrWhiteSpace(reason.Evidence)));
            }
        );
        Assert.Contains("Costs 0.67 USD.", decision.Chosen[0].Why, StringComparison.Ordinal);
        Assert.Contains("Best for product pages.", decision.Chosen[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_said_is_told_as_they_would_count_it()
    {
        var models = With(
            "kling-3.0",
            static its => its with { Learned = new LearnedResults(14, 2, 0, 0) { RejectedFor = "colour" } }
        );

        var reason = Plan(Request(), models).Chosen[0].Reasons[0];

        Assert.Equal(("learned", "14 of 16 knits approved on kling-3.0."), (reason.Code, reason.Text));
        Assert.StartsWith("14 approved, 2 rejected (mostly for colour)", reason.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Enough_rejections_move_a_model_down_and_a_handful_does_not()
    {
        Assert.Equal("kling-3.0", Best(Request(), Judged(2)));
        Assert.NotEqual("kling-3.0", Best(Request(), Judged(40)));

        static IReadOnlyList<ModelStanding> Judged(int rejected) =>
            With("kling-3.0", its => its with { Learned = new LearnedResults(0, rejected, 0, 0) });
    }

    [Theory]
    [InlineData("not_allowed")]
    [InlineData("no_key")]
    [InlineData("turned_off")]
    [InlineData("down")]
    [InlineData("not_launched")]
    [InlineData("retired")]
    public void What_stands_against_a_model_leaves_it_out(string code)
    {
        var models = With(
            "kling-3.0",
            its =>
                code switch
                {
                    "not_allowed" => its with { Allowed = false },
                    "no_key" => its with { Connected = false },
                    "turned_off" => its with { Gone = true },
                    "down" => its with { Down = true },
                    "not_launched" => Dated(its, its.Model.Dates with { Launched = new DateOnly(2026, 11, 23) }),
                    // The end is told before anything that could still be mended.
                    _ => Dated(its, its.Model.Dates with { Retired = new DateOnly(2026, 11, 22) }) with
                    {
                        Connected = false,
                        Allowed = false,
                    },
                }
        );

        var decision = Plan(Request(), models);

        Assert.Equal(code, Left(decision, "kling-3.0").Code);
        Assert.DoesNotContain(decision.Chosen, static place => place.Model.Id == "kling-3.0");

        static ModelStanding Dated(ModelStanding its, ModelDates dates) =>
            its with
            {
                Model = its.Model with { Dates = dates },
            };
    }

    [Theory]
    [InlineData(ShotStart.Words, ShotMove.PushIn, 6)]
    [InlineData(ShotStart.Picture, ShotMove.Walk, 6)]
    [InlineData(ShotStart.Picture, ShotMove.PushIn, 5.5)]
    public void A_shot_that_it_cannot_make_leaves_a_model_out(ShotStart start, ShotMove move, double seconds)
    {
        var model = Model("small", (3, 3, 3, 3, 3), 0.1m, 3, 5) with { Moves = [ShotMove.PushIn] };
        var shot = Shot(seconds) with { Start = start, Move = move };

        var decision = Plan(Request() with { Shot = shot }, [On(model)]);

        Assert.Equal("cannot", Left(decision, "small").Code);
        Assert.Empty(decision.Chosen);
    }

    [Fact]
    public void Whoever_asks_for_a_model_by_name_gets_its_longest_and_is_told()
    {
        var decision = Plan(Request() with { Shot = Shot(6), Wanted = "wan-2.1" }, All);

        Assert.Equal("wan-2.1", decision.Chosen[0].Model.Id);
        Assert.Contains("5 s at most", Assert.Single(decision.Chosen[0].Order.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_costs_more_than_the_budget_is_left_out_and_what_costs_just_as_much_is_not()
    {
        var models = new[] { On(Model("dear", (3, 3, 3, 3, 3), 0.10m, 3, 10)) };

        var just = Plan(Request() with { MostPrice = new Money(0.60m, "USD") }, models);
        var over = Plan(Request() with { MostPrice = new Money(0.59m, "USD") }, models);
        var foreign = Plan(Request() with { MostPrice = new Money(9, "EUR") }, models);

        Assert.Single(just.Chosen);
        Assert.Equal(("over_budget", "dear costs 0.60 USD, more than 0.59 USD."), Left(over, "dear"));
        Assert.Equal("over_budget", Left(foreign, "dear").Code);
    }

    [Theory]
    [InlineData(119, null, 0, false)]
    [InlineData(120, null, 0, true)]
    [InlineData(120, 300, 0, false)]
    [InlineData(120, 60, 0, true)]
    [InlineData(200, null, 4, true)]
    [InlineData(200, null, 5, false)]
    [InlineData(240, null, 5, true)]
    public void A_deadline_counts_the_time_lately_and_those_who_wait(int left, int? lately, int flying, bool meets)
    {
        var standing = On(Model("one", (3, 3, 3, 3, 3), 0.1m, 3, 10)) with
        {
            RecentTime = lately is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Waiting = flying,
        };

        var decision = Plan(Request() with { Deadline = TimeSpan.FromSeconds(left) }, [standing]);

        Assert.Equal(meets, decision.Chosen.Count == 1);
        Assert.Equal(!meets, decision.LeftOut.Any(static one => one.Code == "too_slow"));
    }

    [Fact]
    public void A_model_that_is_much_slower_than_usual_comes_later_and_says_so()
    {
        var one = On(Model("a-slow", (3, 3, 3, 3, 3), 0.1m, 3, 10)) with { RecentTime = TimeSpan.FromMinutes(30) };
        var other = On(Model("b-usual", (3, 3, 3, 3, 3), 0.1m, 3, 10)) with { RecentTime = TimeSpan.FromMinutes(4) };

        var decision = Plan(Request(), [one, other]);

        Assert.Equal("b-usual", decision.Chosen[0].Model.Id);
        Assert.DoesNotContain(decision.Chosen[0].Reasons, static reason => reason.Code == "busy");
        Assert.Contains(
            decision.Chosen[1].Reasons,
            static reason => reason is { Code: "busy", Text: "Slow just now: about 30 min instead of 2 min." }
        );
    }

    [Fact]
    public void When_no_model_meets_the_deadline_the_studio_still_makes_it()
    {
        var decision = Plan(Request() with { Deadline = TimeSpan.FromSeconds(-1) }, All);

        Assert.Equal("studio-1", Assert.Single(decision.Chosen).Model.Id);
        Assert.Contains("it will be late", decision.Chosen[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_studio_comes_last_and_says_why()
    {
        var last = Plan(Request(), All).Chosen[^1];

        Assert.Equal(("studio-1", "last_resort"), (last.Model.Id, last.Reasons[0].Code));
    }

    [Fact]
    public void The_studio_comes_first_when_it_is_wanted_or_nobody_else_is_there()
    {
        var wanted = Plan(Request() with { Wanted = "studio" }, All);
        var byShop = Plan(Request() with { WantedByShop = "studio-1" }, All);
        var alone = Plan(Request(), [On(StudioCard.Model)]);

        Assert.Equal(("studio-1", "wanted"), First(wanted));
        Assert.Single(wanted.Chosen);
        Assert.Equal(("studio-1", "wanted"), First(byShop));
        Assert.NotEmpty(byShop.Chosen.Skip(1));
        Assert.Equal(("studio-1", "only_one"), First(alone));
    }

    [Fact]
    public void The_brand_is_never_given_what_it_does_not_want()
    {
        var decision = Plan(Request() with { NotWanted = ["kling", "wan-2.7"] }, All);

        Assert.Equal("not_wanted", Left(decision, "kling-3.0").Code);
        Assert.Equal("not_wanted", Left(decision, "wan-2.7").Code);
        Assert.Contains(decision.Chosen, static place => place.Model.Id == "wan-3.0");
    }

    [Fact]
    public void A_request_overrides_the_type_of_product_and_that_the_shop()
    {
        var shop = Request() with { WantedByShop = "ray-3.2" };
        var type = shop with { WantedForType = "hailuo" };
        var request = type with { Wanted = "minimax-h3" };

        Assert.Equal(("ray-3.2", "wanted"), First(Plan(shop, All)));
        Assert.Equal(("hailuo-2.3", "wanted"), First(Plan(type, All)));
        Assert.Equal(("minimax-h3", "wanted"), First(Plan(request, All)));
        Assert.Equal(["minimax-h3", "studio-1"], Plan(request, All).Chosen.Select(static place => place.Model.Id));
        Assert.Equal("not_asked_for", Left(Plan(request, All), "kling-3.0").Code);
    }

    [Fact]
    public void A_choice_that_cannot_be_met_falls_to_the_next_and_never_to_no_video()
    {
        var request = Request() with { WantedForType = "sora-2", WantedByShop = "ray-3.2" };

        Assert.Equal("ray-3.2", Best(request));
        Assert.Equal("kling-3.0", Best(request with { WantedByShop = "sora-2" }));
        Assert.Equal(("studio-1", "stands_in"), First(Plan(request with { Wanted = "sora-2" }, All)));
    }

    [Fact]
    public void A_model_that_is_shown_the_casting_comes_before_its_equal_that_is_not_and_both_are_told_apart()
    {
        var one = On(Model("a-none", (3, 3, 3, 3, 3), 0.1m, 3, 10));
        var other = On(Model("b-two", (3, 3, 3, 3, 3), 0.1m, 3, 10) with { References = 3, ReferencesBesideFrame = 3 });
        var cast = new ShotCast([new CastMember(Guid.NewGuid(), CastKind.Person, "", ["front", "side"])]);

        var decision = Plan(Request() with { Shot = Shot() with { Cast = cast } }, [one, other]);

        Assert.Equal("b-two", decision.Chosen[0].Model.Id);
        Assert.Equal("Is shown all 2 casting pictures.", Reason(decision.Chosen[0]));
        Assert.Equal("a-none takes no casting pictures: it keeps to the photo.", Reason(decision.Chosen[1]));
        Assert.Contains(Reason(decision.Chosen[1]), decision.Chosen[1].Order.Warnings);
        Assert.Empty(decision.Chosen[0].Order.Warnings);

        static string Reason(RoutePlace place) =>
            Assert.Single(place.Reasons, static reason => reason.Code == "references").Text;
    }

    [Fact]
    public void A_model_that_refuses_real_people_is_not_asked_to_film_a_house_model()
    {
        var model = Model("a-shy", (3, 3, 3, 3, 3), 0.1m, 3, 10) with
        {
            Starts = [ShotStart.Picture, ShotStart.References],
            References = 9,
            TakesPeople = false,
        };
        var scene = Shot() with
        {
            Start = ShotStart.References,
            Cast = new ShotCast([new CastMember(Guid.NewGuid(), CastKind.Person, "", ["front"])]),
        };

        Assert.Equal("cannot", Left(Plan(Request() with { Shot = scene }, [On(model)]), "a-shy").Code);
        Assert.Single(Plan(Request() with { Shot = scene }, [On(model with { TakesPeople = true })]).Chosen);
    }

    [Fact]
    public void Where_a_brand_allows_some_models_alone_no_other_is_asked_and_the_studio_still_stands_in()
    {
        var decision = Plan(Request() with { Only = ["kling", "ray-3.2"] }, All);

        Assert.Equal(
            ["kling-2.6", "kling-3.0", "kling-3.0-turbo", "ray-3.2", "studio-1"],
            decision.Chosen.Select(static place => place.Model.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal("not_among", Left(decision, "pika-2.2").Code);
    }

    [Theory]
    [InlineData("arena.ai image-to-video", "2026-04-19", "b-scored")]
    [InlineData("another board", "2026-04-19", "a-unscored")]
    [InlineData("arena.ai image-to-video", "2026-11-23", "a-unscored")]
    [InlineData("arena.ai image-to-video", "2024-11-22", "a-unscored")]
    public void Only_a_known_and_fresh_score_of_the_one_board_counts(string board, string on, string first)
    {
        var one = On(Model("a-unscored", (3, 3, 3, 3, 3), 0.1m, 3, 10));
        var score = new ArenaScore(1480, 10, DateOnly.ParseExact(on, "yyyy-MM-dd"), board);
        var other = On(Model("b-scored", (3, 3, 3, 3, 3), 0.1m, 3, 10) with { Arena = score });

        Assert.Equal(first, Best(Request(), [one, other]));
    }

    private static RouteDecision Plan(RouteRequest request, IReadOnlyList<ModelStanding> models) =>
        RoutePlanner.Plan(request, models);

    private static (string Code, string Text) Left(RouteDecision decision, string model)
    {
        var left = decision.LeftOut.Single(one => one.Model == model);
        return (left.Code, left.Text);
    }

    private static (string Model, string Code) First(RouteDecision decision) =>
        (decision.Chosen[0].Model.Id, decision.Chosen[0].Reasons[0].Code);
}
