using System.Text.Encodings.Web;
using System.Text.Json;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Rendering;

/// <summary><c>render</c>: a photo to finished files.</summary>
internal static class RenderCommand
{
    private const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For a terminal and a file, not for a page: letters stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        if (args.Contains("--help", StringComparer.Ordinal))
        {
            Console.WriteLine($"Usage: commerce-video {RenderOptions.Usage}");
            return 0;
        }

        var (options, wrong) = RenderOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{wrong} Usage: {RenderOptions.Usage}");
            return WrongUsage;
        }

        var render = new PhotoRender(new FfmpegRunner(), TimeProvider.System, Console.Error.WriteLine);
        var report = await render.RunAsync(options, ct);
        await TellAsync(report, options.Json, ct);
        return report.ExitCode();
    }

    private static async Task TellAsync(RenderReport report, string? json, CancellationToken ct)
    {
        foreach (var line in Lines(report))
        {
            await Console.Error.WriteLineAsync(line);
        }

        var text = JsonSerializer.Serialize(report, Json);
        if (json is null)
        {
            foreach (var file in report.Files)
            {
                Console.WriteLine($"{file.Path}  {file.Width}x{file.Height}  {file.Seconds:0.##} s  {file.Placement}");
            }
        }
        else if (json == "-")
        {
            Console.WriteLine(text);
        }
        else
        {
            await File.WriteAllTextAsync(json, text, ct);
        }
    }

    private static IEnumerable<string> Lines(RenderReport report)
    {
        if (report.Refused is { } refused)
        {
            yield return $"Refused: {refused.Text}";
        }

        foreach (var use in report.NotMade)
        {
            yield return $"Not made: {use.Purpose}: {use.Text}";
        }

        foreach (var file in report.Files.Where(static file => !file.LintOk))
        {
            var broken = file.Broken.Select(static rule => $"{rule.Rule} is {rule.Value}, asked is {rule.Limit}");
            yield return $"{file.Placement}: {string.Join("; ", broken)}";
        }

        if (report.Variations is { } variations)
        {
            yield return $"Variations: {variations.Made} of {variations.Wanted}, the nearest two {variations.Nearest:0.###} apart (refused below {variations.Limit})";
            foreach (var near in variations.Distances)
            {
                yield return $"  {near.Distance:0.000} (opening {near.Opening:0.00}, shots {near.Shots:0.00}, words {near.Words:0.00}) {near.Name} from {near.Of}";
            }

            foreach (var near in variations.Refused)
            {
                yield return $"  {near.Distance:0.000} (opening {near.Opening:0.00}, shots {near.Shots:0.00}, words {near.Words:0.00}) {near.Name} from {near.Of}: refused";
            }

            foreach (var left in variations.LeftOut)
            {
                yield return $"  {left.Template} cannot be made: {left.Why}";
            }
        }

        foreach (var warning in report.Warnings)
        {
            yield return warning;
        }
    }
}
