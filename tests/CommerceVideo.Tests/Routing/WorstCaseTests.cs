using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using FsCheck;
using FsCheck.Fluent;

namespace CommerceVideo.Tests.Routing;

public sealed class WorstCaseTests
{
    private static readonly FallBack Free = new(Pinned: false, Joined: false);

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void What_nobody_makes_costs_nothing() => Assert.Equal(0, WorstCase.Of(Free, []));

    [Theory]
    [InlineData(0.3, new[] { 0.3 })]
    [InlineData(0.8, new[] { 0.3, 0.2, 0.5 })]
    [InlineData(1.2, new[] { 0.1, 0.2, 0.5, 0.7 })]
    [InlineData(0.9, new[] { 0.4, 0.1, 0.1, 0.1, 0.5, 9, 9 })]
    public void Of_models_that_are_tried_once_it_is_the_two_dearest_within_reach(double worst, double[] prices) =>
        Assert.Equal((decimal)worst, WorstCase.Of(Free, Route([.. prices.Select(static price => (decimal)price)])));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_model_that_may_have_to_do_it_again_is_approved_twice(bool pinned, bool joined) =>
        Assert.Equal(0.84m, WorstCase.Of(new FallBack(pinned, joined), Route(0.42m)));

    [Fact]
    public void The_studio_first_and_what_is_free_add_nothing() =>
        Assert.Equal(0.5m, WorstCase.Of(Free, [Studio, new NextModel("own", false), new NextModel("a", false, 0.5m)]));

    [Fact]
    public void Whatever_the_prices_and_whatever_becomes_of_the_attempts_no_more_is_spent() =>
        Prop.ForAll(
                Markets.ToArbitrary(),
                static market => Spent(market, outcome: market.Fates) <= WorstCase.Of(market.Rules, market.Route)
            )
            .Check(Often);

    [Fact]
    public void Some_path_costs_all_of_it() =>
        Prop.ForAll(
                Markets.ToArbitrary(),
                static market =>
                    Paths(FallBack.MostAttempts).Max(path => Spent(market, path))
                    == WorstCase.Of(market.Rules, market.Route)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static readonly NextModel Studio = new("studio", true);

    // A play of its own, with nothing of the search: what is bought is added up as it is bought.
    private static decimal Spent(Market market, int[] outcome)
    {
        var (spent, ended) = (0m, new List<EndedAttempt>());
        for (var next = market.Route.FirstOrDefault(); next is not null; next = market.Rules.Next(market.Route, ended))
        {
            var fate = ended.Count < outcome.Length ? Fate(outcome[ended.Count]) : null;
            if (fate is null || (fate.End == AttemptEnd.BrokenJoin && !market.Rules.Joined))
            {
                return spent + next.Price;
            }

            spent += fate.Billed ? next.Price : 0;
            ended.Add(fate with { Model = next.Model });
        }

        return spent;
    }

    private static EndedAttempt? Fate(int number) =>
        (number % 7) switch
        {
            0 => new EndedAttempt("", AttemptEnd.NoClip, FailureKind.TimedOut, true),
            1 => new EndedAttempt("", AttemptEnd.NoClip, FailureKind.TimedOut, false),
            2 => new EndedAttempt("", AttemptEnd.NoClip, FailureKind.ContentRefused, true),
            3 => new EndedAttempt("", AttemptEnd.NoClip, FailureKind.ContentRefused, false),
            4 => new EndedAttempt("", AttemptEnd.BrokenJoin, FailureKind.Unknown, true),
            5 => new EndedAttempt("", AttemptEnd.Unclear, null, true),
            _ => null,
        };

    private static IEnumerable<int[]> Paths(int length) =>
        length == 0
            ?
            [
                [],
            ]
            : Paths(length - 1)
                .SelectMany(static path => Enumerable.Range(0, 7).Select(fate => (int[])[.. path, fate]));

    private static NextModel[] Route(params decimal[] prices) =>
        [.. prices.Select(static (price, at) => new NextModel($"m{at}", false, price)), Studio];

    private static Gen<Market> Markets =>
        from count in Gen.Choose(1, 8)
        from cents in Gen.Choose(0, 400).ArrayOf(count)
        from rules in Gen.Choose(0, 3)
        from fates in Gen.Choose(0, 6).ArrayOf(8)
        from studio in Gen.Choose(0, 2)
        let route = Route([.. cents.Select(static cent => cent / 100m)])
        select new Market(new FallBack((rules & 1) > 0, (rules & 2) > 0), studio == 0 ? route[..^1] : route, fates);

    private sealed record Market(FallBack Rules, NextModel[] Route, int[] Fates);
}
