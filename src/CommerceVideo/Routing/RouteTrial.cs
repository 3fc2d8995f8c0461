namespace CommerceVideo.Routing;

/// <summary>
/// A small budget for finding out: where nothing is ever tried, the first to be liked stays for ever. At most one in
/// <see cref="OneIn"/> of what is made goes to a model without results, and only to one that could well be better; pure.
/// </summary>
internal static class RouteTrial
{
    public const int OneIn = 20;

    /// <summary>Finding out costs no more than so many times the usual.</summary>
    private const decimal MostTimesDearer = 2;

    /// <param name="ranked">Best first, without the last resort.</param>
    /// <returns>The place that is to be tried first; null when none is.</returns>
    public static RouteScore? Pick(RouteRequest request, List<RouteScore> ranked) =>
        ranked is [{ Standing.Learned.IsTried: true } leader, ..] && IsDue(request)
            ? ranked.Find(place =>
                !place.Standing.Learned.IsTried
                && place.AtBest(request) > leader.Value
                && place.Order.Price.Currency == leader.Order.Price.Currency
                && place.Order.Price.Amount <= leader.Order.Price.Amount * MostTimesDearer
            )
            : null;

    public static RouteReason Reason(RouteRequest request) =>
        new(
            "trial",
            $"Gets its chance: one in {OneIn} videos tries a model without results for {CategoryWords.Plural(request.Category)}.",
            request.Key!
        );

    /// <summary>The same for the same Brief, whenever and wherever it is routed.</summary>
    public static bool IsDue(RouteRequest request) =>
        request.Key is { } key && Hash($"{key} {request.Use} {request.Category}") % OneIn == 0;

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        // The low bits of FNV are weak; the fold mixes the high ones in.
        return hash ^ (hash >> 16);
    }
}
