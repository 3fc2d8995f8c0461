using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing.Commands;

/// <summary><c>route</c>: who would make a Shot, in order, and why; and why each other model would not.</summary>
internal static class RouteCommand
{
    private const string Usage =
        "route [--use page|social|hero|isolation|lifestyle] [--move M] [--seconds N] [--ratio R] "
        + "[--start picture|references|words] [--deadline INSTANT|20m] [--budget AMOUNT] [--model M] [--category C] "
        + "[--shop DOMAIN] [--now INSTANT] [--json FILE|-]";

    private static readonly string[] Known =
    [
        "--use",
        "--move",
        "--seconds",
        "--ratio",
        "--start",
        "--deadline",
        "--budget",
        "--model",
        "--category",
        "--shop",
        "--now",
        "--json",
    ];

    public static Task<int> RunAsync(string[] args, CancellationToken ct) =>
        CommandOutput.RunAsync(args, Usage, () => RouteAsync(CommandOptions.Read(args, Known), ct));

    private static async Task<int> RouteAsync(CommandOptions options, CancellationToken ct)
    {
        // Everything that can be wrong is read before anything is started.
        var now = options.Instant("--now");
        var shot = Shot(options);
        await using var program = RoutingProgram.Start(now);
        var request = Request(options, shot, now ?? program.Now);
        var models = await program.StandingsAsync(options["--shop"], options["--category"], ct);
        if (request.Wanted is { } wanted && !models.Any(standing => RouteWish.Names(wanted, standing.Model)))
        {
            throw new WrongUsageException($"--model: '{wanted}' is neither a model of the register nor a provider.");
        }

        var decision = RoutePlanner.Plan(request, models);
        await CommandOutput.TellAsync(RouteReport.Lines(decision), RouteReport.Of(decision), options["--json"], ct);
        return 0;
    }

    private static Shot Shot(CommandOptions options)
    {
        var usual = TypicalShots.Of(options.Word("--use", Use.Page))[0];
        var move = options.Word("--move", usual.Move);
        return usual with
        {
            Start = options.Word("--start", usual.Start),
            Move = move,
            Seconds = options.Seconds("--seconds") ?? usual.Seconds,
            Ratio = Ratio(options) ?? usual.Ratio,
            Intent = Intents.Of(move),
        };
    }

    private static RouteRequest Request(CommandOptions options, Shot shot, DateTimeOffset at) =>
        new(shot, options.Word("--use", Use.Page), at, options["--category"] ?? "")
        {
            Deadline = options["--deadline"] is { } text ? SpanWords.Until(text, at) : null,
            MostPrice = options.Amount("--budget") is { } most ? new Money(most, Money.Dollars) : null,
            Wanted = options["--model"],
        };

    private static AspectRatio? Ratio(CommandOptions options)
    {
        try
        {
            return options["--ratio"] is { } text ? AspectRatio.Parse(text) : null;
        }
        catch (FormatException problem)
        {
            throw new WrongUsageException($"--ratio: {problem.Message}");
        }
    }
}
