using System.Text.Encodings.Web;
using System.Text.Json;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Lint;

/// <summary><c>lint</c>: a file held against what a placement asks.</summary>
internal static class LintCommand
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
            Console.WriteLine($"Usage: commerce-video {LintOptions.Usage}");
            return 0;
        }

        var (options, wrong) = LintOptions.Parse(args);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{wrong} Usage: {LintOptions.Usage}");
            return WrongUsage;
        }

        var lint = new FileLint(new VideoProbe(new FfprobeRunner()), new FilmLook(new FfmpegRunner()));
        var outcome = await lint.JudgeAsync(options.File, options.Poster, options.Placement, ct);
        var report = LintReport.Of(options, outcome);
        await TellAsync(report, options.Json, ct);
        return report.ExitCode();
    }

    private static async Task TellAsync(LintReport report, string? json, CancellationToken ct)
    {
        var text = JsonSerializer.Serialize(report, Json);
        if (json == "-")
        {
            Console.WriteLine(text);
            return;
        }

        if (json is not null)
        {
            await File.WriteAllTextAsync(json, text, ct);
        }

        foreach (var line in Lines(report))
        {
            Console.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(LintReport report)
    {
        if (report.Unreadable is { } unreadable)
        {
            yield return $"{report.File}: {unreadable.Text}";
            yield break;
        }

        foreach (var breach in report.Broken)
        {
            yield return $"broken: {breach}";
        }

        foreach (var advice in report.Advice)
        {
            yield return $"advice: {advice}";
        }

        yield return report.Ok
            ? $"{report.File} keeps all {report.RulesChecked.Count} rules of {report.Placement}."
            : $"{report.File} breaks {report.Broken.Count} of {report.RulesChecked.Count} rules of {report.Placement}.";
    }
}
