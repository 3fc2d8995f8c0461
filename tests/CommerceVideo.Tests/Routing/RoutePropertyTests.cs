using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Routing;

/// <summary>What holds of every decision, on any models there could be.</summary>
public sealed class RoutePropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void The_order_in_which_models_are_handed_in_does_not_matter_and_nothing_but_the_input_does() =>
        Check(static market =>
        {
            var plan = Told(market.Request, market.Models);
            return plan == Told(market.Request, market.Models)
                && plan == Told(market.Request, [.. market.Models.Reverse()])
                && plan == Told(market.Request, [.. market.Models.OrderBy(static one => one.Model.Strengths.Fabric)]);
        });

    [Fact]
    public void Every_model_is_either_placed_or_left_out_once() =>
        Check(static market =>
        {
            var decision = RoutePlanner.Plan(market.Request, market.Models);
            return decision
                .Chosen.Select(static place => place.Model.Id)
                .Concat(decision.LeftOut.Select(static left => left.Model))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(market.Models.Select(static one => one.Model.Id).Order(StringComparer.Ordinal));
        });

    [Fact]
    public void No_model_is_chosen_that_has_ended_or_not_begun_has_no_key_or_costs_too_much() =>
        Check(static market =>
            RoutePlanner
                .Plan(market.Request, market.Models)
                .Chosen.All(place =>
                    !place.Model.Dates.IsRetired(market.Request.At)
                    && place.Model.Dates.IsLaunched(market.Request.At)
                    && (market.Request.MostPrice is not { } most || place.Order.Price <= most)
                    && market.Models.Single(one => one.Model.Id == place.Model.Id)
                        is { Connected: true, Allowed: true, Down: false, Gone: false }
                )
        );

    [Fact]
    public void Scores_lie_between_0_and_1_and_every_place_has_a_reason() =>
        Check(static market =>
            RoutePlanner
                .Plan(market.Request, market.Models)
                .Chosen.All(static place => place is { Score: >= 0 and <= 1, Reasons.Count: > 0 })
        );

    [Fact]
    public void A_model_that_gets_cheaper_never_comes_later() =>
        Check(static market => Rises(market, static one => one with { Model = Cheaper(one.Model) }));

    [Fact]
    public void A_model_that_is_approved_more_often_never_comes_later() =>
        Check(static market =>
            Rises(market, static one => one with { Learned = one.Learned with { Approved = one.Learned.Approved + 1 } })
        );

    [Fact]
    public void A_model_that_is_rejected_more_often_never_comes_earlier() =>
        Check(static market =>
            !market.IsPlaced
            || Rank(market, market.Models)
                <= Rank(
                    market,
                    market.Changed(static one =>
                        one with
                        {
                            Learned = one.Learned with { Rejected = one.Learned.Rejected + 1 },
                        }
                    )
                )
        );

    [Fact]
    public void A_handful_of_results_moves_an_estimate_no_further_than_their_weight() =>
        Prop.ForAll(
                Results.ToArbitrary(),
                static its =>
                {
                    var estimate = LearnedEstimate.Of(its.Prior, its.Learned);
                    var weight = its.Learned.Judged + (0.25 * its.Learned.Checked);
                    return Math.Abs(estimate.Mean - its.Prior) <= LearnedEstimate.MostShift(weight) + 1e-9
                        && estimate.Low <= estimate.Mean
                        && estimate.Mean <= estimate.High
                        && estimate is { Low: >= 0, High: <= 1 };
                }
            )
            .Check(Often);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0.2)]
    [InlineData(36, 0.75)]
    [InlineData(100_000, 0.75)]
    public void The_weight_of_results_has_a_bound(double judgements, double most) =>
        Assert.Equal(most, LearnedEstimate.MostShift(judgements), 9);

    private static Gen<(double Prior, LearnedResults Learned)> Results =>
        from prior in Gen.Choose(0, 100)
        from learned in Learned
        select (prior / 100.0, learned);

    private static Gen<LearnedResults> Learned =>
        from counts in Gen.Choose(0, 200).ArrayOf(4)
        from few in Gen.Choose(1, 60)
        select new LearnedResults(counts[0] / few, counts[1] / few, counts[2] / few, counts[3] / few);

    private static Gen<VideoModel> Models =>
        from s in Gen.Choose(0, 5).ArrayOf(5)
        from cents in Gen.Choose(0, 50)
        from launched in Gen.Choose(-400, 5)
        from ends in Gen.Choose(-3, 40)
        from longest in Gen.Choose(4, 15)
        from arena in Gen.Choose(900, 1550)
        from kind in Gen.Choose(0, 63)
        select Catalogue.Model("?", (s[0], s[1], s[2], s[3], s[4]), cents / 100m, 3, longest) with
        {
            Dates = new ModelDates(
                Day(launched),
                Deprecated: null,
                ends > 5 ? null : Day(ends),
                Day(0),
                Replacement: null
            ),
            Arena = kind % 2 == 0 ? new ArenaScore(arena, 10, Day(-arena % 700), ArenaPrior.Board) : null,
            BestFor = kind % 5 == 0 ? ["page", "hero"] : [],
            Ending = kind % 3 == 0,
            TypicalSeconds = 20 + (kind * 5),
        };

    private static Gen<ModelStanding> Standings =>
        from model in Models
        from learned in Learned
        from fate in Gen.Choose(0, 20)
        select new ModelStanding(model, Connected: fate != 1, Allowed: fate != 2)
        {
            Down = fate == 3,
            Gone = fate == 4,
            Waiting = fate,
            Learned = learned,
        };

    private static Gen<Market> Markets =>
        from standings in Standings.ArrayOf(8)
        from use in Gen.Elements(Enum.GetValues<Use>())
        from seconds in Gen.Choose(2, 12)
        from budget in Gen.Choose(0, 400)
        from minutes in Gen.Choose(1, 30)
        from chosen in Gen.Choose(0, 7)
        select new Market(
            Catalogue.Request(use) with
            {
                Shot = Catalogue.Shot(seconds),
                MostPrice = budget > 200 ? null : new Money(budget / 100m, Money.Dollars),
                Deadline = minutes > 15 ? null : TimeSpan.FromMinutes(minutes),
            },
            [
                .. standings.Select(
                    static (one, index) => one with { Model = one.Model with { Id = $"model-{index}" } }
                ),
                Catalogue.On(StudioCard.Model),
            ],
            $"model-{chosen}"
        );

    private static void Check(Func<Market, bool> holds) => Prop.ForAll(Markets.ToArbitrary(), holds).Check(Often);

    // What was over budget before may now be placed, which is no loss either.
    private static bool Rises(Market market, Func<ModelStanding, ModelStanding> change) =>
        !market.IsPlaced || Rank(market, market.Changed(change)) <= Rank(market, market.Models);

    private static int Rank(Market market, IReadOnlyList<ModelStanding> models)
    {
        var chosen = RoutePlanner.Plan(market.Request, models).Chosen;
        var rank = chosen.ToList().FindIndex(place => place.Model.Id == market.Subject);
        return rank < 0 ? int.MaxValue : rank;
    }

    private static string Told(RouteRequest request, IReadOnlyList<ModelStanding> models)
    {
        var decision = RoutePlanner.Plan(request, models);
        var places = decision.Chosen.Select(static place => $"{place.Model.Id} {place.Score:R} {place.Why}");
        return string.Join("\n", places.Concat(decision.LeftOut.Select(static left => left.ToString())));
    }

    private static VideoModel Cheaper(VideoModel model) =>
        model with
        {
            Sizes =
            [
                .. model.Sizes.Select(static size =>
                    size with
                    {
                        Price = new ModelPrice.PerSecond(size.Price.For(1, 1)!.Value.Amount * 0.7m, Money.Dollars),
                    }
                ),
            ],
        };

    private static DateOnly Day(int from) => DateOnly.FromDateTime(Catalogue.Now.UtcDateTime).AddDays(from);

    private sealed record Market(RouteRequest Request, IReadOnlyList<ModelStanding> Models, string Subject)
    {
        public bool IsPlaced => RoutePlanner.Plan(Request, Models).Chosen.Any(place => place.Model.Id == Subject);

        public IReadOnlyList<ModelStanding> Changed(Func<ModelStanding, ModelStanding> change) =>
            [.. Models.Select(one => one.Model.Id == Subject ? change(one) : one)];
    }
}
