using CommerceVideo.Briefs;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>Pretends that a model ends on a day, and routes what it makes before and after; pure.</summary>
internal static class Drill
{
    /// <summary>What changes for each use, on the Shots that are usually filmed for it.</summary>
    public static IReadOnlyList<RouteChange> Uses(IReadOnlyList<ModelStanding> models, string model, DateOnly ends) =>
        [
            .. Enum.GetValues<Use>()
                .Select(use => Of(models, model, ends, use, TypicalShots.Of(use), Plain(use)))
                .OfType<RouteChange>(),
        ];

    /// <param name="ask">The request for one Shot, but for its moment.</param>
    /// <returns>Null when the model is the first choice for none of the Shots.</returns>
    public static RouteChange? Of(
        IReadOnlyList<ModelStanding> models,
        string model,
        DateOnly ends,
        Use use,
        IReadOnlyList<Shot> shots,
        Func<Shot, DateTimeOffset, RouteRequest> ask
    )
    {
        var pretended = Pretend(models, model, ends);
        var end = new DateTimeOffset(ends.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var before = shots.Select(shot => First(pretended, ask(shot, end.AddTicks(-1)))).ToArray();
        if (!before.Any(place => place?.Model.Id == model))
        {
            return null;
        }

        var after = shots.Select(shot => First(pretended, ask(shot, end))).ToArray();
        var first = before
            .Zip(after)
            .Where(pair => pair.First?.Model.Id == model)
            .Select(static pair => pair.Second)
            .FirstOrDefault();
        var (cost, then) = (Cost(before), after.All(static place => place is not null) ? Cost(after) : null);
        return new RouteChange(
            use,
            model,
            then is null ? null : first?.Model.Id,
            first?.Model.Name,
            cost ?? Money.Nothing(),
            then,
            cost is { } one && then is { } other ? Difference(one, other) : null
        );
    }

    public static Func<Shot, DateTimeOffset, RouteRequest> Plain(Use use) =>
        (shot, at) => new RouteRequest(shot, use, at, "");

    /// <summary>Everything as it stands, but that one model lives exactly until that day.</summary>
    private static IReadOnlyList<ModelStanding> Pretend(
        IReadOnlyList<ModelStanding> models,
        string model,
        DateOnly ends
    ) =>
        [
            .. models.Select(standing =>
                standing.Model.Id == model
                    ? standing with
                    {
                        Model = standing.Model with { Dates = standing.Model.Dates with { Retired = ends } },
                        Down = false,
                        Gone = false,
                    }
                    : standing
            ),
        ];

    private static RoutePlace? First(IReadOnlyList<ModelStanding> models, RouteRequest request) =>
        RoutePlanner.Plan(request, models).Chosen is [var first, ..] ? first : null;

    private static Money? Cost(IReadOnlyList<RoutePlace?> places)
    {
        var prices = places.OfType<RoutePlace>().Select(static place => place.Order.Price).ToArray();
        var paid = prices.Where(static price => !price.IsNothing).ToArray();
        return paid.Select(static price => price.Currency).Distinct().Count() > 1 ? null : Money.Sum(paid);
    }

    private static Money? Difference(Money before, Money after) =>
        before.IsNothing ? after
        : after.IsNothing ? before * -1
        : before.Currency == after.Currency ? after - before
        : null;
}
