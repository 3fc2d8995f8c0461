using System.Globalization;
using CommerceVideo.Jobs;
using CommerceVideo.Routing.Forecasts;

namespace CommerceVideo.Routing.Commands;

/// <summary><c>forecast</c>: what a set of products would cost and take, before anything is bought.</summary>
internal static class ForecastCommand
{
    private const string Usage =
        "forecast --products N [--uses page,social,hero,isolation,lifestyle] [--models all|studio|a,b] [--shop DOMAIN] "
        + "[--now INSTANT] [--json FILE|-]";

    private const int Most = 10_000_000;

    private static readonly string[] Known = ["--products", "--uses", "--models", "--shop", "--now", "--json"];

    public static Task<int> RunAsync(string[] args, CancellationToken ct) =>
        CommandOutput.RunAsync(args, Usage, () => ForecastAsync(CommandOptions.Read(args, Known), ct));

    private static async Task<int> ForecastAsync(CommandOptions options, CancellationToken ct)
    {
        var (now, uses, products) = (
            options.Instant("--now"),
            options.Uses("--uses", "page,social"),
            Products(options)
        );
        await using var program = RoutingProgram.Start(now);
        var real = await program.StandingsAsync(options["--shop"], category: null, ct);
        var models = NamedModels.Of(real, options["--models"]);
        var forecast = ForecastPlanner.Plan(
            new ForecastRequest(
                products,
                uses,
                now ?? program.Now,
                program.Setting<JobOptions>(JobOptions.Section).Heavy
            ),
            models
        );
        var assumed = NamedModels.Assumed(real, models);
        await CommandOutput.TellAsync(
            ForecastReport.Lines(forecast, assumed),
            ForecastReport.Of(forecast, assumed),
            options["--json"],
            ct
        );
        return 0;
    }

    private static int Products(CommandOptions options) =>
        options["--products"] is not { } text ? throw new WrongUsageException("--products N is needed.")
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and <= Most
            ? number
        : throw new WrongUsageException($"--products is a number from 1 to {Most}, not '{text}'.");
}
