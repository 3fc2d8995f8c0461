using CommerceVideo.Briefs;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>What is to be foreseen: so many products, each with one photo, filmed for these uses.</summary>
/// <param name="Lanes">How many Clips this installation renders itself at once.</param>
internal sealed record ForecastRequest(int Products, IReadOnlyList<Use> Uses, DateTimeOffset At, int Lanes = 1);
