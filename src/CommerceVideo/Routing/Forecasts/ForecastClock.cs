using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.Routing.Forecasts;

/// <summary>How long a set of Shots takes, by how many a model takes at once and how long one takes; pure.</summary>
internal static class ForecastClock
{
    public static ForecastTime Of(
        ForecastRequest request,
        IReadOnlyList<ShotLine> lines,
        Dictionary<string, ModelStanding> standings
    )
    {
        var first = Longest(request, standings, lines.Select(static line => (line.First.Model, Times: 1.0)));
        var likely = Again(static line => line.Failing);
        var all = Again(static _ => 1);
        return new ForecastTime(first + likely, first + all);

        TimeSpan Again(Func<ShotLine, double> share) =>
            Longest(
                request,
                standings,
                lines
                    .Where(static line => line.Next is not null && !line.First.Price.IsNothing)
                    .Select(line => (line.Next!.Model, share(line)))
            );
    }

    /// <summary>Full waves of as many as go at once; no faster than the provider takes them in.</summary>
    public static TimeSpan Of(ModelStanding standing, double shots, int lanes)
    {
        if (shots <= 0)
        {
            return TimeSpan.Zero;
        }

        var model = standing.Model;
        var atOnce = model.TrueToPhoto ? Math.Min(lanes, model.AtOnce) : model.AtOnce;
        var one = standing.RecentTime ?? TimeSpan.FromSeconds(model.TypicalSeconds);
        var waves = Math.Ceiling(shots / atOnce) * one;
        var taken = model.PerMinute > 0 ? TimeSpan.FromMinutes((shots - 1) / model.PerMinute) + one : TimeSpan.Zero;
        return waves > taken ? waves : taken;
    }

    private static TimeSpan Longest(
        ForecastRequest request,
        Dictionary<string, ModelStanding> standings,
        IEnumerable<(VideoModel Model, double Times)> shots
    ) =>
        shots
            .GroupBy(static shot => shot.Model.Id)
            .Select(group =>
                Of(standings[group.Key], request.Products * group.Sum(static shot => shot.Times), request.Lanes)
            )
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
}
