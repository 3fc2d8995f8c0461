using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing;

/// <summary>A model that ends soon, and where its work goes then.</summary>
/// <param name="Moves">The uses that it is the first choice for now.</param>
internal sealed record RetirementNotice(VideoModel Model, DateOnly Ends, int DaysLeft, IReadOnlyList<RouteChange> Moves)
{
    private const int DaysAhead = 60;

    public string Text
    {
        get
        {
            var days = DaysLeft == 1 ? "1 day" : $"{DaysLeft} days";
            var what = Moves.Count == 0 ? "It is no first choice here: nothing changes." : Moved;
            return $"{Model.Name} ends on {Ends:yyyy-MM-dd}, in {days}. {what}";
        }
    }

    private string Moved => string.Join(" ", Moves.Select(static move => move.Text));

    /// <summary>Every model in use that ends within 60 days, the first to end first; pure.</summary>
    public static IReadOnlyList<RetirementNotice> Of(IReadOnlyList<ModelStanding> models, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return
        [
            .. from standing in models
            where standing is { Connected: true, Allowed: true }
            let ends = standing.Model.Dates.Retired ?? DateOnly.MinValue
            let left = ends.DayNumber - today.DayNumber
            where left is > 0 and <= DaysAhead
            orderby left, standing.Model.Id
            select new RetirementNotice(standing.Model, ends, left, Drill.Uses(models, standing.Model.Id, ends)),
        ];
    }
}
