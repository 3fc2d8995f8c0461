using CommerceVideo.Platform;
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

    /// <summary>References that the model has no place for.</summary>
    public static int Unserved(RouteRequest request, VideoModel model) =>
        Math.Max(0, request.References - model.References);

    private static double ValueOf(
        ModelMerits merits,
        double pleases,
        RouteRequest request,
        ModelStanding standing,
        ModelOrder order
    )
    {
        var weight = merits.Weights.Price;
        var flaws = order.Warnings.Count + (Unserved(request, merits.Model) > 0 ? 1 : 0);
        return Math.Clamp(
            (pleases * (1 - weight))
                + (weight * Cheap(order.Price, merits.Weights.Dear))
                - (flaws * WarningCost)
                - Late(standing),
            0,
            1
        );
    }

    private static double Late(ModelStanding standing) =>
        Math.Clamp((standing.Delay - UsualDelay) * DelayCost, 0, MostDelayCost);

    // Other money is not compared: it counts as neither cheap nor dear.
    private static double Cheap(Money price, double dear) =>
        price.IsNothing ? 1
        : price.Currency == Money.Dollars ? dear / (dear + (double)price.Amount)
        : 0.5;
}
