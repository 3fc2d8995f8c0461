using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>From a request and how the models stand to an explained order of models; pure: the same input, the same decision.</summary>
public static class RoutePlanner
{
    public static RouteDecision Plan(RouteRequest request, IReadOnlyList<ModelStanding> models)
    {
        var places = new List<RoutePlace>();
        var leftOut = new List<LeftOut>();
        foreach (var standing in models)
        {
            var order = Ordering.For(standing.Model, request.Shot, request.Scale);
            if (Obstacle(request, standing, order) is { } obstacle)
            {
                leftOut.Add(obstacle);
                continue;
            }

            places.Add(
                new RoutePlace(
                    order!,
                    standing.Model.TrueToPhoto ? 0 : 0.5,
                    [
                        new RouteReason(
                            "able",
                            $"{standing.Model.Name} can make this shot.",
                            standing.Model.Strengths.Source
                        ),
                    ]
                )
            );
        }

        return new RouteDecision(
            request.At,
            request.Use,
            request.Deadline,
            [.. places.OrderByDescending(static place => place.Score)],
            leftOut
        );
    }

    private static LeftOut? Obstacle(RouteRequest request, ModelStanding standing, ModelOrder? order)
    {
        var model = standing.Model;
        return !standing.Allowed ? new LeftOut(model.Id, "not_allowed", $"{model.Name} is not switched on here.")
            : model.Dates.IsRetired(request.At)
                ? new LeftOut(model.Id, "retired", $"{model.Name} ended on {model.Dates.Retired:yyyy-MM-dd}.")
            : !standing.Connected ? new LeftOut(model.Id, "no_key", $"{model.Name} needs a key that is not set.")
            : !model.Starts.Contains(request.Shot.Start) || !model.Moves.Contains(request.Shot.Move)
                ? new LeftOut(model.Id, "cannot", $"{model.Name} cannot make this kind of shot.")
            : request.Wanted is { } wanted && wanted != model.Id && wanted != model.Provider && !model.TrueToPhoto
                ? new LeftOut(model.Id, "not_asked_for", $"{wanted} was asked for.")
            : order is null ? new LeftOut(model.Id, "no_price", $"{model.Name} has no price for this length.")
            : null;
    }
}
