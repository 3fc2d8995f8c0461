using System.Globalization;
using CommerceVideo.Bench.Faults;
using CommerceVideo.Bench.Gate;
using CommerceVideo.Bench.Intake;
using CommerceVideo.Bench.Masks;
using CommerceVideo.Bench.Renditions;
using CommerceVideo.Bench.Road;
using CommerceVideo.Bench.Routing;
using CommerceVideo.Bench.Studio;

namespace CommerceVideo.Bench;

/// <summary><c>./bench [NAME…] [--photos DIR] [--json FILE]</c>: takes the named groups of figures, or all of them.</summary>
internal static class BenchCommand
{
    private const int WrongUsage = 2;

    private const int RuleBroken = 4;

    private static readonly (string Name, Func<CancellationToken, Task<IReadOnlyList<Figure>>> Run)[] Groups =
    [
        ("studio", StudioFigures.RunAsync),
        ("renditions", RenditionFigures.RunAsync),
        ("intake", IntakeFigures.RunAsync),
        ("mask", MasksAsync),
        ("road", RoadFigures.RunAsync),
        ("routing", RoutingFigures.RunAsync),
        ("faults", FaultFigures.RunAsync),
        ("gate", static ct => GateFigures.RunAsync(_photos ?? UsualPhotos, ct)),
    ];

    private static string? _photos;

    /// <summary>Where the gate's photos lie when nobody names a folder.</summary>
    private static string UsualPhotos => Path.Combine(BenchReport.SamplesFolder ?? "", "photos");

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (!TryRead(args, out var wanted, out var json))
        {
            var names = string.Join(' ', Groups.Select(static group => group.Name));
            var help = args.Contains("--help");
            await (help ? Console.Out : Console.Error).WriteLineAsync(
                $"""
                Usage: bench [{names}] [--photos DIR] [--json FILE|-]
                faults takes FAULTS_SUBMISSIONS ({FaultPlan.UsualSubmissions}) and FAULTS_SEED from the environment.
                """
            );
            return help ? 0 : WrongUsage;
        }

        var figures = new List<Figure>();
        foreach (var (name, run) in Groups.Where(group => wanted.Count == 0 || wanted.Contains(group.Name)))
        {
            await Console.Error.WriteLineAsync($"{name} …");
            foreach (var figure in await run(ct))
            {
                figures.Add(figure);
                await Console.Error.WriteLineAsync(Line(figure));
            }
        }

        await BenchReport.WriteAsync(figures, json, ct);
        return figures.Exists(static figure => figure is { Ok: false, Value: not null }) ? RuleBroken : 0;
    }

    private static bool TryRead(string[] args, out List<string> names, out string? json)
    {
        names = [];
        json = null;
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--json" && at + 1 < args.Length)
            {
                json = args[++at];
            }
            else if (args[at] == "--photos" && at + 1 < args.Length)
            {
                _photos = args[++at];
            }
            else if (Groups.Any(group => group.Name == args[at]))
            {
                names.Add(args[at]);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<IReadOnlyList<Figure>> MasksAsync(CancellationToken ct) =>
        [
            .. (await MaskFigures.RunAsync(BenchReport.SamplesFolder, ct)).Select(static mask =>
                mask.Value is { } value
                    ? new Figure(mask.Name, value, mask.Name.Contains("iou") ? "IoU" : "s", "labelled by hand", [value])
                    : Figure.Missing(mask.Name, "IoU", mask.Why ?? "not taken")
            ),
        ];

    private static string Line(Figure figure)
    {
        var value = figure.Value?.ToString("0.###", CultureInfo.InvariantCulture) ?? $"not taken: {figure.Why}";
        var limit = figure.Limit is { } most ? $" (limit {figure.Op} {most})" : "";
        var mark = figure.Ok switch
        {
            true => "ok ",
            false => "NOT",
            null => "   ",
        };
        var told = figure.Name.StartsWith("gate.", StringComparison.Ordinal) ? $"  {figure.Base}" : "";
        return $"  {mark} {figure.Name, -34} {value} {figure.Unit}{limit}{told}";
    }
}
