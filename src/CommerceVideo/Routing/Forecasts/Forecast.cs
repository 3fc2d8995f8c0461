using CommerceVideo.Briefs;
using CommerceVideo.Platform;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>What a set of products would cost and take, before anything is bought.</summary>
/// <param name="Shots">All that are filmed.</param>
/// <param name="Costs">One for each currency that something is paid in; none when all is free.</param>
internal sealed record Forecast(
    ForecastRequest Request,
    int Shots,
    IReadOnlyList<ForecastCost> Costs,
    ForecastTime Time,
    IReadOnlyList<ForecastShare> Models,
    IReadOnlyList<NotForeseen> NotMade
);

/// <param name="Low">Nothing has to be bought twice.</param>
/// <param name="Expected">As many first attempts give nothing as usual, and the next model is paid for these.</param>
/// <param name="High">As many as in the worst of twenty such runs.</param>
/// <param name="Worst">Each Shot takes the dearest path that the rules of falling back allow, at list prices: what approval sets aside.</param>
internal sealed record ForecastCost(Money Low, Money Expected, Money High, Money Worst);

/// <param name="Expected">Providers work side by side, each on as many as it takes at once; finishing is not counted.</param>
/// <param name="Worst">Every Shot is made twice, one after the other.</param>
internal sealed record ForecastTime(TimeSpan Expected, TimeSpan Worst);

/// <summary>What one model makes as first choice.</summary>
/// <param name="List">At list prices.</param>
/// <param name="Price">After what is taken off for volume.</param>
internal sealed record ForecastShare(string Model, int Shots, int Seconds, Money List, Money Price, TimeSpan Time);

internal sealed record NotForeseen(Use Use, string Text);
