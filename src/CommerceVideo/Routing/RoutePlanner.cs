using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>
/// From a request and how the models stand to an explained order of models; pure. The same input gives the same decision, in
/// whatever order the models are handed in.
/// </summary>
public static class RoutePlanner
{
    public static RouteDecision Plan(RouteRequest request, IReadOnlyList<ModelStanding> models)
    {
        var (able, leftOut) = Sift(request, models);
        able.Sort(BetterFirst);
        return new RouteDecision(request.At, request.Use, request.Deadline, Places(request, able), leftOut)
        {
            Rules = new FallBack(request.Wanted is not null, request.Shot.Follows is not null),
        };
    }

    private static (List<RouteScore> Able, List<LeftOut> LeftOut) Sift(
        RouteRequest request,
        IReadOnlyList<ModelStanding> models
    )
    {
        var able = new List<RouteScore>(models.Count);
        var leftOut = new List<LeftOut>(models.Count);
        for (var index = 0; index < models.Count; index++)
        {
            var standing = models[index];
            if (RouteObstacles.Before(request, standing) is { } before)
            {
                leftOut.Add(before);
                continue;
            }

            var order = Ordering.For(standing.Model, request.Shot, request.Scale);
            if (RouteObstacles.Of(request, standing, order) is { } obstacle)
            {
                leftOut.Add(obstacle);
                continue;
            }

            able.Add(RouteScore.Of(request, standing, order!));
        }

        leftOut.Sort(static (one, other) => string.CompareOrdinal(one.Model, other.Model));
        return (able, leftOut);
    }

    private static List<RoutePlace> Places(RouteRequest request, List<RouteScore> able)
    {
        var wish = RouteWish.Of(request, able);
        var (first, last) = (new List<RouteScore>(), new List<RouteScore>());
        var between = new List<RouteScore>(able.Count);
        foreach (var place in able)
        {
            var model = place.Standing.Model;
            (
                wish is { } it && RouteWish.Names(it.Word, model) ? first
                : model.TrueToPhoto ? last
                : between
            ).Add(place);
        }

        if (first.Count == 0 && RouteTrial.Pick(request, between) is { } tried)
        {
            between.Remove(tried);
            between.Insert(0, tried);
            return Explain(request, between, last, (0, RouteTrial.Reason(request)));
        }

        var wanted = first.Count;
        first.AddRange(between);
        return Explain(request, first, last, (wanted - 1, wish?.Reason));
    }

    /// <param name="firsts">The last of the places that somebody's word put in front, and the reason for these.</param>
    private static List<RoutePlace> Explain(
        RouteRequest request,
        List<RouteScore> places,
        List<RouteScore> last,
        (int Until, RouteReason? Reason) firsts
    )
    {
        var explained = new List<RoutePlace>(places.Count + last.Count);
        for (var index = 0; index < places.Count; index++)
        {
            var place = places[index];
            var reason = index <= firsts.Until ? firsts.Reason : null;
            explained.Add(new RoutePlace(place.Order, place.Value, RouteReasons.Of(request, place, reason)));
        }

        foreach (var place in last)
        {
            var reason =
                places.Count > 0 ? RouteReasons.LastResort
                : request.Wanted is { } asked ? RouteReasons.StandsIn(asked)
                : RouteReasons.OnlyOne;
            explained.Add(new RoutePlace(place.Order, 0, RouteReasons.Of(request, place, reason)));
        }

        return explained;
    }

    private static int BetterFirst(RouteScore one, RouteScore other) =>
        other.Value.CompareTo(one.Value) is not 0 and var difference
            ? difference
            : string.CompareOrdinal(one.Standing.Model.Id, other.Standing.Model.Id);
}
