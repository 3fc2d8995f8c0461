using System.Globalization;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Routing;

/// <summary>Why a model has its place, in a merchant's words; pure.</summary>
internal static class RouteReasons
{
    /// <summary>How far ahead an end is worth a word.</summary>
    private const int DaysAhead = 60;

    private static readonly RouteReason Free = new("price", "Costs nothing.", "nobody charges for it");

    public static readonly RouteReason LastResort = new(
        "last_resort",
        "The last resort: filmed from the photo itself, so that there is a video whatever happens.",
        "no key, no cost"
    );

    public static readonly RouteReason OnlyOne = new(
        "only_one",
        "No other model that is connected here can make this shot.",
        "the models left out"
    );

    public static RouteReason StandsIn(string asked) =>
        new("stands_in", $"Stands in for {asked}, which was asked for and cannot make it now.", "the models left out");

    /// <param name="first">Why it stands here and not where its score puts it; null where the score decides.</param>
    public static IReadOnlyList<RouteReason> Of(RouteRequest request, RouteScore place, RouteReason? first)
    {
        var reasons = new List<RouteReason>(8);
        if (first is not null)
        {
            reasons.Add(first);
        }

        if (place.Standing.Learned is { } learned && learned.Judged + learned.Checked > 0)
        {
            reasons.Add(Learned(request, place, learned));
        }

        reasons.AddRange(place.Merits.Reasons);
        reasons.Add(Price(place));
        if (place.Merits.Arena is { } arena && place.Merits.Model.Arena!.On <= request.Day)
        {
            reasons.Add(arena);
        }

        if (request.Deadline is { } deadline)
        {
            reasons.Add(Time(place.Standing, deadline));
        }
        else if (place.IsDelayed)
        {
            reasons.Add(Delayed(place.Standing));
        }

        if (ReferenceChoice.Of(place.Merits.Model, request.Shot) is { Asked: > 0 } casting)
        {
            reasons.Add(Casting(casting));
        }

        if (place.Merits.Model.Dates.Retired is { } end && end.DayNumber - request.Day.DayNumber <= DaysAhead)
        {
            reasons.Add(new RouteReason("ending", $"Ends on {end:yyyy-MM-dd}.", "the register"));
        }

        return reasons;
    }

    private static RouteReason Learned(RouteRequest request, RouteScore place, LearnedResults learned)
    {
        var (things, name) = (CategoryWords.Plural(request.Category), place.Merits.Model.Name);
        var text =
            learned.Judged > 0
                ? $"{learned.Approved} of {learned.Judged} {things} approved on {name}."
                : $"{learned.Passed} of {learned.Checked} {things} passed the checks on {name}.";
        var estimate = place.Estimate;
        return new RouteReason(
            "learned",
            text,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{learned.Approved} approved, {learned.Rejected} rejected{Why(learned)}, {learned.Passed} passed checks, {learned.Failed} did not; expected {100 * estimate.Mean:0} % ({100 * estimate.Low:0}-{100 * estimate.High:0} %)"
            )
        );
    }

    private static string Why(LearnedResults learned) =>
        learned.RejectedFor is { } reason ? $" (mostly for {reason})" : "";

    private static RouteReason Price(RouteScore place) =>
        place.Order.Price.IsNothing
            ? Free
            : new RouteReason(
                "price",
                $"Costs {Cents(place.Order.Price)}.",
                string.Create(CultureInfo.InvariantCulture, $"{place.Order.Seconds} s at {place.Order.Size.Name}")
            );

    // The exact price stands beside the reasons; a person reads cents.
    private static Money Cents(Money price) => price with { Amount = Math.Round(price.Amount, 2) };

    private static RouteReason Time(ModelStanding standing, TimeSpan deadline)
    {
        var text =
            standing.ExpectedTime <= deadline
                ? $"Takes about {TimeWords.Of(standing.ExpectedTime)}; {TimeWords.Of(deadline)} are left."
                : $"Takes about {TimeWords.Of(standing.ExpectedTime)}: it will be late.";
        return new RouteReason(
            "time",
            text,
            standing.RecentTime is null ? "as its maker or users report it" : "median of the last two hours"
        );
    }

    private static RouteReason Delayed(ModelStanding standing) =>
        new(
            "busy",
            $"Slow just now: about {TimeWords.Of(standing.ExpectedTime)} instead of {TimeWords.Of(TimeSpan.FromSeconds(standing.Model.TypicalSeconds))}.",
            string.Create(CultureInfo.InvariantCulture, $"{standing.Waiting} of ours are before it")
        );

    private static RouteReason Casting(ReferenceChoice choice) =>
        new(
            "references",
            choice.Warning
                ?? (
                    choice.Asked == 1
                        ? "Is shown the casting picture."
                        : string.Create(CultureInfo.InvariantCulture, $"Is shown all {choice.Asked} casting pictures.")
                ),
            string.Create(CultureInfo.InvariantCulture, $"{choice.Sent.Count} of {choice.Asked} pictures")
        );
}
