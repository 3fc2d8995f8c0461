using System.Diagnostics;
using CommerceVideo.Bench.Studio;
using CommerceVideo.Briefs;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Bench.Routing;

/// <summary>
/// Explained decisions a second over the register as it is shipped: every use, every reason in words, results known for each
/// model. Counted in processor time of one thread, so that a busy neighbour does not tell.
/// </summary>
internal static class RoutingFigures
{
    private const int Runs = 5;

    private const int Decisions = 20_000;

    /// <summary>A full register; a shorter one is filled up with its own models under other ids.</summary>
    private const int Models = 25;

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        await using var program = RoutingProgram.Start(now: null);
        var models = Full(await program.StandingsAsync(shop: null, category: "knit", ct), program.Now);
        var requests = Requests(program.Now);
        Decide(requests, models);
        var runs = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            ct.ThrowIfCancellationRequested();
            var seconds = await ProcessorTime.OfAsync(() =>
            {
                Decide(requests, models);
                return Task.CompletedTask;
            });
            runs.Add(Decisions / seconds);
        }

        return
        [
            new Figure("routing.decisions", Figure.Median(runs), "1/s", $"{models.Length} models", runs, ">=", 10_000),
        ];
    }

    private static void Decide(RouteRequest[] requests, ModelStanding[] models)
    {
        var reasons = 0L;
        for (var decision = 0; decision < Decisions; decision++)
        {
            var request = requests[decision % requests.Length];
            foreach (var place in RoutePlanner.Plan(request, models).Chosen)
            {
                reasons += place.Reasons.Count;
            }
        }

        if (reasons < Decisions)
        {
            throw new UnreachableException("Some decision was not explained.");
        }
    }

    private static RouteRequest[] Requests(DateTimeOffset at) =>
        [
            .. Enum.GetValues<Use>()
                .SelectMany(TypicalShots.Of, (use, shot) => new RouteRequest(shot, use, at, "knit"))
                .SelectMany(static request =>
                    new[]
                    {
                        request with
                        {
                            Key = "a brief",
                        },
                        request with
                        {
                            Key = "another brief",
                            Deadline = TimeSpan.FromMinutes(30),
                        },
                    }
                ),
        ];

    // With results for each, because that is the longest reason.
    private static ModelStanding[] Full(IReadOnlyList<ModelStanding> shipped, DateTimeOffset now)
    {
        var live = shipped.Where(standing => !standing.Model.Dates.IsRetired(now)).ToArray();
        return
        [
            .. Enumerable
                .Range(0, Math.Max(Models, live.Length))
                .Select(index =>
                {
                    var model = live[index % live.Length].Model;
                    return new ModelStanding(
                        index < live.Length ? model : model with { Id = $"{model.Id}-{index}", TrueToPhoto = false },
                        Connected: true,
                        Allowed: true
                    )
                    {
                        Learned = new LearnedResults(index + 3, index % 5, 2 * index, index % 3),
                    };
                }),
        ];
    }
}
