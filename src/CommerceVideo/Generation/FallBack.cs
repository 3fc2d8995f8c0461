using CommerceVideo.Routing;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>How an attempt of a Shot ended, as far as it matters to what follows.</summary>
/// <param name="Billed">It was, or may have been, paid for.</param>
internal sealed record EndedAttempt(string Model, AttemptState State, FailureKind? Failure, bool Billed)
{
    /// <summary>It gave a Clip, and that was not true to the photo.</summary>
    public bool Untrue { get; init; }
}

/// <summary>A model that could be next.</summary>
/// <param name="LastResort">It invents nothing and costs nothing: the studio.</param>
internal sealed record NextModel(string Model, bool LastResort);

/// <summary>Who makes a Shot after an attempt that gave no Clip; pure.</summary>
internal static class FallBack
{
    /// <summary>More purchases of one Shot than this are no fall-back but a gamble.</summary>
    private const int MostBilled = 2;

    private const int MostAttempts = 5;

    /// <summary>The next model gets one chance to do better; then the photo's own pixels are shown.</summary>
    private const int MostUntrue = 2;

    /// <param name="route">The models that can make it now, best first.</param>
    /// <param name="attempts">All attempts of this Shot so far.</param>
    /// <returns>Null when nobody is left.</returns>
    public static NextModel? Next(IReadOnlyList<NextModel> route, IReadOnlyList<EndedAttempt> attempts)
    {
        var left = route.Where(next => attempts.All(tried => tried.Model != next.Model)).ToArray();

        // While it is not known whether one was bought, nothing else is bought.
        var onlyLastResort =
            attempts.Any(static tried => tried.State == AttemptState.Unclear)
            || attempts.Count(static tried => tried.Billed) >= MostBilled
            || attempts.Count(static tried => tried.Untrue) >= MostUntrue
            || attempts.Count >= MostAttempts;
        return left.FirstOrDefault(next => !onlyLastResort || next.LastResort);
    }

    /// <inheritdoc cref="RouteDecision.WorstCase"/>
    public static decimal WorstCase(IReadOnlyList<decimal> prices) => RouteDecision.WorstCase(prices);

    /// <summary>It may pass by itself, and the request was certainly not taken: the same attempt waits.</summary>
    public static bool IsWorthWaiting(FailureKind kind) => kind is FailureKind.RateLimited or FailureKind.Busy;
}
