using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Casting;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>How well one model that can make a Shot suits it; pure.</summary>
/// <param name="Value">0 to 1.</param>
internal sealed record RouteScore(
    ModelStanding Standing,
    ModelOrder Order,
    ModelMerits Merits,
    LearnedEstimate Estimate,
    double Value
)
{
    /// <summary>What each thing that the model cannot honour takes off.</summary>
    private const double WarningCost = 0.03;

    /// <summary>What it takes off, beside the warning, when none of the casting pictures can be sent; a share for some.</summary>
    private const double CastingCost = 0.07;

    /// <summary>Up to this many times the usual time is nothing to speak of.</summary>
    private const double UsualDelay = 2;

    /// <summary>What each further multiple of the usual time takes off, and the most that all take off.</summary>
    private const double DelayCost = 0.02;
    private const double MostDelayCost = 0.1;

    public static RouteScore Of(RouteRequest request, ModelStanding standing, ModelOrder order)
    {
        var merits = ModelMerits.Of(standing.Model, request.Use);
        var estimate = LearnedEstimate.Of(merits.Prior(request.Day), standing.Learned);
        return new RouteScore(
            standing,
            order,
            merits,
            estimate,
            ValueOf(merits, estimate.Mean, request, standing, order)
        );
    }

    public bool IsDelayed => Standing.Delay > UsualDelay;

    /// <summary>What it would score if it pleased as often as can be hoped.</summary>
    public double AtBest(RouteRequest request) => ValueOf(Merits, Estimate.High, request, Standing, Order);

    private static double ValueOf(
        ModelMerits merits,
        double pleases,
        RouteRequest request,
        ModelStanding standing,
        ModelOrder order
    )
    {
        var weight = merits.Weights.Price;
        return Math.Clamp(
            (pleases * (1 - weight))
                + (weight * Cheap(order.Price, merits.Weights.Dear))
                - (order.Warnings.Count * WarningCost)
                - Miscast(request, merits.Model)
                - Late(standing),
            0,
            1
        );
    }

    private static double Miscast(RouteRequest request, VideoModel model) =>
        ReferenceChoice.Of(model, request.Shot) is { Asked: > 0 } choice
            ? CastingCost * choice.Unserved / choice.Asked
            : 0;

    private static double Late(ModelStanding standing) =>
        Math.Clamp((standing.Delay - UsualDelay) * DelayCost, 0, MostDelayCost);

    // Other money is not compared: it counts as neither cheap nor dear.
    private static double Cheap(Money price, double dear) =>
        price.IsNothing ? 1
        : price.Currency == Money.Dollars ? dear / (dear + (double)price.Amount)
        : 0.5;
}
