using System.Globalization;

namespace CommerceVideo.Routing.Commands;

/// <summary>A decision as a table for people and as the fixed JSON.</summary>
internal static class RouteReport
{
    public static object Of(RouteDecision decision) =>
        new
        {
            Schema = 1,
            At = CommandOutput.Instant(decision.At),
            Use = UseWords.Word(decision.Use),
            Deadline = decision.Deadline is { } left ? CommandOutput.Instant(decision.At + left) : null,
            Chosen = decision.Chosen.Select(static place => new
            {
                Model = place.Model.Id,
                Score = Math.Round(place.Score, 4),
                Price = CommandOutput.Price(place.Order.Price),
                place.Reasons,
                place.Order.Warnings,
            }),
            decision.LeftOut,
        };

    public static string Lines(RouteDecision decision)
    {
        var places = decision.Chosen.Select(
            static (place, index) =>
                (IReadOnlyList<string>)
                    [
                        (index + 1).ToString(CultureInfo.InvariantCulture),
                        place.Model.Id,
                        place.Score.ToString("0.000", CultureInfo.InvariantCulture),
                        place.Order.Price.ToString(),
                        place.Why,
                    ]
        );
        var chosen =
            decision.Chosen.Count == 0
                ? $"No model can make this.{Environment.NewLine}"
                : CommandOutput.Table([
                    ["rank", "model", "score", "price", "why"],
                    .. places,
                ]);
        return decision.LeftOut.Count == 0
            ? chosen
            : $"{chosen}{Environment.NewLine}{CommandOutput.Table([
                ["left out", "code", "why"],
                .. decision.LeftOut.Select(static left => (IReadOnlyList<string>)[left.Model, left.Code, left.Text]),
            ])}";
    }
}
