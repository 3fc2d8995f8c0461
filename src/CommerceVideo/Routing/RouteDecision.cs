using CommerceVideo.Briefs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>Which models make a Shot, in order, with the reason for each place; and why each other one does not.</summary>
public sealed record RouteDecision(
    DateTimeOffset At,
    Use Use,
    TimeSpan? Deadline,
    IReadOnlyList<RoutePlace> Chosen,
    IReadOnlyList<LeftOut> LeftOut
)
{
    public IReadOnlyList<ModelOrder> Orders => [.. Chosen.Select(static place => place.Order)];

    /// <summary>The same route with one model first, where it is among those chosen: the Shots of a film share one look.</summary>
    public RouteDecision Leading(string? model)
    {
        var lead = Chosen.FirstOrDefault(place => place.Model.Id == model);
        if (lead is null || lead == Chosen[0])
        {
            return this;
        }

        var reason = new RouteReason(
            "same_look",
            $"{lead.Model.Name} films the other shots too, so that they look alike.",
            "the first shot of the film"
        );
        return this with
        {
            Chosen = [lead with { Reasons = [reason, .. lead.Reasons] }, .. Chosen.Where(place => place != lead)],
        };
    }

    /// <summary>The most that a Shot can come to: the first choice, and the dearest of those that could follow a billed failure.</summary>
    public static decimal WorstCase(IReadOnlyList<decimal> prices) =>
        prices.Count == 0 ? 0 : prices[0] + prices.Skip(1).DefaultIfEmpty(0).Max();
}

/// <summary>One place of a route.</summary>
/// <param name="Score">
/// 0 to 1; higher comes first, except where a wish or a trial says otherwise. The last resort has 0: it comes last whatever
/// its merits.
/// </param>
public sealed record RoutePlace(ModelOrder Order, double Score, IReadOnlyList<RouteReason> Reasons)
{
    public VideoModel Model => Order.Model;

    /// <summary>One sentence for a person.</summary>
    public string Why => string.Join(" ", Reasons.Select(static reason => reason.Text));
}

/// <param name="Code">A stable word for machines.</param>
/// <param name="Evidence">What it rests on: a source, a count, a date.</param>
public sealed record RouteReason(string Code, string Text, string Evidence);

public sealed record LeftOut(string Model, string Code, string Text);
