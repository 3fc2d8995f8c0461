using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>Why a model is not in a route at all, each with its stable code and what a merchant reads; pure.</summary>
internal static class RouteObstacles
{
    public const string OverBudget = "over_budget";

    /// <summary>What stands against it whatever it would cost, most final first.</summary>
    public static LeftOut? Before(RouteRequest request, ModelStanding standing)
    {
        var model = standing.Model;
        return Life(request, standing)
            ?? (
                !standing.Allowed ? Left(model, "not_allowed", $"{model.Name} is not switched on here.")
                : !standing.Connected ? Left(model, "no_key", $"{model.Name} needs a key that is not set.")
                : Capability(request, model) is { } cannot ? cannot
                : request.Only.Count > 0 && !Names(request.Only, model) && !model.TrueToPhoto
                    ? Left(model, "not_among", $"{model.Name} is not among the models that the brand allows.")
                : Names(request.NotWanted, model) ? Left(model, "not_wanted", $"The brand does not want {model.Name}.")
                : request.Wanted is { } wanted && !RouteWish.Names(wanted, model) && !model.TrueToPhoto
                    ? Left(model, "not_asked_for", $"{wanted} was asked for.")
                : standing.Down
                    ? Left(model, "down", $"{model.Name} fails too often just now; it is left alone for a moment.")
                : null
            );
    }

    /// <summary>What stands against its price and its time.</summary>
    public static LeftOut? Of(RouteRequest request, ModelStanding standing, ModelOrder? order)
    {
        var model = standing.Model;
        if (order is null)
        {
            return Left(model, "no_price", $"{model.Name} has no price for {request.Shot.Seconds:0.#} s.");
        }

        if (request.MostPrice is { } most && !order.Price.IsNothing)
        {
            if (!string.Equals(order.Price.Currency, most.Currency, StringComparison.Ordinal))
            {
                return Left(
                    model,
                    OverBudget,
                    $"{model.Name} is paid in {order.Price.Currency}, and the budget is in {most.Currency}."
                );
            }

            if (order.Price > most)
            {
                return Left(model, OverBudget, $"{model.Name} costs {order.Price}, more than {most}.");
            }
        }

        // A late video from the photo is better than none: the last resort has no deadline.
        return request.Deadline is { } deadline && !model.TrueToPhoto && standing.ExpectedTime > deadline
            ? Left(
                model,
                "too_slow",
                deadline > TimeSpan.Zero
                    ? $"{model.Name} takes about {TimeWords.Of(standing.ExpectedTime)}; {TimeWords.Of(deadline)} are left."
                    : $"{model.Name} takes about {TimeWords.Of(standing.ExpectedTime)}; the deadline has passed."
            )
            : null;
    }

    private static LeftOut? Life(RouteRequest request, ModelStanding standing)
    {
        var (model, dates) = (standing.Model, standing.Model.Dates);
        return dates.Retired <= request.Day
                ? Left(model, "retired", $"{model.Name} ended on {dates.Retired:yyyy-MM-dd}.")
            : dates.Launched > request.Day
                ? Left(model, "not_launched", $"{model.Name} begins on {dates.Launched:yyyy-MM-dd}.")
            : standing.Gone
                ? Left(model, "turned_off", $"{model.Name} answered several times that it is gone, and was turned off.")
            : null;
    }

    private static LeftOut? Capability(RouteRequest request, VideoModel model)
    {
        var shot = request.Shot;
        return !model.Starts.Contains(shot.Start)
                ? Left(model, "cannot", $"{model.Name} does not start from {Word(shot.Start.ToString())}.")
            : !model.Moves.Contains(shot.Move)
                ? Left(model, "cannot", $"{model.Name} cannot make the move {shot.Move}.")
            : shot is { Start: ShotStart.References, Cast.HasPerson: true } && !model.TakesPeople
                ? Left(
                    model,
                    "cannot",
                    $"{model.Name} takes no pictures of real people, so it cannot show the house model."
                )
            // Whoever asks for it by name gets its longest, and is told so.
            : !model.LengthsFor(shot).Holds(shot.Seconds)
            && !(request.Wanted is { } wanted && RouteWish.Names(wanted, model))
                ? Left(
                    model,
                    "cannot",
                    $"{model.Name} makes {model.LengthsFor(shot).Longest} s at most, not {shot.Seconds:0.#} s."
                )
            : null;
    }

    private static bool Names(IReadOnlyList<string> words, VideoModel model)
    {
        for (var index = 0; index < words.Count; index++)
        {
            if (RouteWish.Names(words[index], model))
            {
                return true;
            }
        }

        return false;
    }

    private static string Word(string start) => start.ToLowerInvariant();

    private static LeftOut Left(VideoModel model, string code, string text) => new(model.Id, code, text);
}
