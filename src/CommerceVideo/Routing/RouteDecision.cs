using CommerceVideo.Briefs;
using CommerceVideo.Platform;
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
    /// <summary>What may follow a failure on this route.</summary>
    internal FallBack Rules { get; init; } = new(Pinned: false, Joined: false);

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

    /// <summary>The place that follows these attempts; null when nobody is left.</summary>
    internal RoutePlace? After(IReadOnlyList<EndedAttempt> attempts)
    {
        var next = Rules.Next([.. Chosen.Select(static place => Next(place, place.Order.Price.Amount))], attempts);
        return next is null ? null : Chosen.First(place => place.Model.Id == next.Model);
    }

    /// <summary>The most that the Shot can come to in this money, over every path that the rules allow.</summary>
    public Money WorstIn(string currency) =>
        new(
            WorstCase.Of(
                Rules,
                [
                    .. Chosen.Select(place =>
                        Next(place, place.Order.Price is var price && price.Currency == currency ? price.Amount : 0)
                    ),
                ]
            ),
            currency
        );

    private static NextModel Next(RoutePlace place, decimal price) =>
        new(place.Model.Id, place.Model.TrueToPhoto, price);
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
