using CommerceVideo.Jobs;
using CommerceVideo.Routing;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Admin.Drills;

/// <summary><c>drill</c>: pretends that a model ends on a day, and shows who makes its work then, and for how much.</summary>
internal static class DrillCommand
{
    private const string Usage =
        "drill --model ID --on DAY [--models all|a,b] [--shop DOMAIN] [--replay [--spend]] [--json FILE|-]";

    private const int NotPossible = 1;

    private static readonly string[] Valued = ["--model", "--on", "--models", "--shop", "--json"];

    private static readonly string[] Alone = ["--replay", "--spend"];

    public static Task<int> RunAsync(string[] args, CancellationToken ct) =>
        CommandOutput.RunAsync(args, Usage, () => DrillAsync(CommandOptions.Read(args, Valued, Alone), ct));

    private static async Task<int> DrillAsync(CommandOptions options, CancellationToken ct)
    {
        var model = options["--model"] ?? throw new WrongUsageException("--model ID is needed.");
        var ends = options.Day("--on") ?? throw new WrongUsageException("--on DAY is needed.");
        if (options.Has("--spend") && !options.Has("--replay"))
        {
            throw new WrongUsageException("--spend goes with --replay.");
        }

        await using var program = RoutingProgram.Start(
            now: null,
            static services =>
                services
                    .AddSingleton<WorkQueue>()
                    .AddScoped<DrilledRoutes>()
                    .AddScoped<DrilledBriefs>()
                    .AddScoped<DrilledRecipes>()
                    .AddScoped<Replays>()
        );
        if (program.Services.GetRequiredService<InstalledModels>().Find(model) is null)
        {
            throw new WrongUsageException($"--model: there is no model '{model}' in the register.");
        }

        if (options.Has("--spend") && !program.HasDatabase)
        {
            await Console.Error.WriteLineAsync("--spend needs a database: set ConnectionStrings__Database.");
            return NotPossible;
        }

        var report = await ReportAsync(program, model, ends, options, ct);
        await CommandOutput.TellAsync(DrillWriting.Lines(report), DrillWriting.Json(report), options["--json"], ct);
        return 0;
    }

    private static async Task<DrillReport> ReportAsync(
        RoutingProgram program,
        string model,
        DateOnly ends,
        CommandOptions options,
        CancellationToken ct
    )
    {
        // The uses are drilled as the installation stands, Briefs and recipes each as their own shop does.
        var (named, shop) = (options["--models"], options["--shop"]);
        var models = NamedModels.Of(program.Services.GetRequiredService<InstalledModels>().Standings(), named);
        var uses = Drill.Uses(models, model, ends);
        if (!program.HasDatabase)
        {
            return new DrillReport(model, ends, uses, [], [], options.Has("--replay"));
        }

        await using var scope = program.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var report = new DrillReport(
            model,
            ends,
            uses,
            await services.GetRequiredService<DrilledBriefs>().ReadAsync(model, ends, named, shop, ct),
            await services.GetRequiredService<DrilledRecipes>().ReadAsync(model, ends, named, shop, ct),
            options.Has("--replay")
        );
        return options.Has("--spend")
            ? report with
            {
                Started = await services.GetRequiredService<Replays>().StartAsync(report, ct),
            }
            : report;
    }
}
