using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>One Shot of each product.</summary>
/// <param name="Next">What follows when the first choice gives nothing; null when nobody does.</param>
/// <param name="Route">All who could make it: what approval sets aside for one is searched over it.</param>
/// <param name="Failing">The share of first attempts that give nothing.</param>
internal sealed record ShotLine(ModelOrder First, ModelOrder? Next, RouteDecision Route, double Failing);
