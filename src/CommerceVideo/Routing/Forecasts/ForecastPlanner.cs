using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>From a set of products and how the models stand to what it would cost and take; pure.</summary>
internal static class ForecastPlanner
{
    /// <summary>A guess until checks have seen enough: so many first attempts of a paid model give nothing that can be used.</summary>
    private const double UsuallyFailing = 0.08;

    private const int EnoughChecks = 20;

    /// <summary>One run in twenty is worse than this many deviations.</summary>
    private const double OneInTwenty = 1.645;

    public static Forecast Plan(ForecastRequest request, IReadOnlyList<ModelStanding> models)
    {
        var standings = models.ToDictionary(static standing => standing.Model.Id, StringComparer.Ordinal);
        var routed = request.Uses.SelectMany(use => Routed(request, use, models)).ToArray();
        var lines = routed
            .Where(static shot => shot.Route.Chosen.Count > 0)
            .Select(shot => new ShotLine(
                shot.Route.Orders[0],
                shot.Route.Orders.Skip(1).FirstOrDefault(),
                shot.Route,
                Failing(standings[shot.Route.Chosen[0].Model.Id])
            ))
            .ToArray();
        return new Forecast(
            request,
            request.Products * lines.Length,
            [.. Currencies(lines).Select(currency => Cost(request.Products, lines, currency))],
            ForecastClock.Of(request, lines, standings),
            Shares(request, lines, standings),
            [
                .. routed
                    .Where(static shot => shot.Route.Chosen.Count == 0)
                    .Select(static shot => shot.Missing)
                    .Distinct(),
            ]
        );
    }

    private static IEnumerable<(RouteDecision Route, NotForeseen Missing)> Routed(
        ForecastRequest request,
        Use use,
        IReadOnlyList<ModelStanding> models
    ) =>
        TypicalShots
            .Of(use)
            .Select(shot =>
                (
                    RoutePlanner.Plan(new RouteRequest(shot, use, request.At, ""), models),
                    new NotForeseen(use, $"No model that is connected here can make {UseWords.Plural(use)}.")
                )
            );

    private static double Failing(ModelStanding standing) =>
        standing.Model.IsFree ? 0
        : standing.Learned.Checked >= EnoughChecks ? (double)standing.Learned.Failed / standing.Learned.Checked
        : UsuallyFailing;

    private static IEnumerable<string> Currencies(ShotLine[] lines) =>
        lines
            .SelectMany(static line => line.Route.Orders)
            .Where(static order => !order.Price.IsNothing)
            .Select(static order => order.Price.Currency)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static ForecastCost Cost(int products, ShotLine[] lines, string currency) =>
        new(
            Bought(products, lines, static _ => 0).Cost(currency),
            Bought(products, lines, static line => line.Failing).Cost(currency),
            Bought(products, lines, line => Unlucky(line.Failing, products)).Cost(currency),
            Money.Sum(lines.Select(line => line.Route.WorstIn(currency))) * products
        );

    private static double Unlucky(double failing, int products) =>
        Math.Min(1, failing + (OneInTwenty * Math.Sqrt(failing * (1 - failing) / products)));

    private static Basket Bought(int products, ShotLine[] lines, Func<ShotLine, double> again)
    {
        var basket = new Basket();
        foreach (var line in lines)
        {
            basket.Add(line.First, products);
            if (line.Next is { } next)
            {
                basket.Add(next, products * (decimal)again(line));
            }
        }

        return basket;
    }

    private static IReadOnlyList<ForecastShare> Shares(
        ForecastRequest request,
        ShotLine[] lines,
        Dictionary<string, ModelStanding> standings
    )
    {
        var basket = Bought(request.Products, lines, static _ => 0);
        return
        [
            .. lines
                .GroupBy(static line => line.First.Model.Id)
                .OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(group =>
                {
                    var (shots, first) = (group.Count() * request.Products, group.First().First);
                    var list = Money.Sum(group.Select(static line => line.First.Price)) * request.Products;
                    return new ForecastShare(
                        group.Key,
                        shots,
                        request.Products * group.Sum(static line => line.First.Seconds),
                        list,
                        list * basket.Factor(first),
                        ForecastClock.Of(standings[group.Key], shots, request.Lanes)
                    );
                }),
        ];
    }
}
