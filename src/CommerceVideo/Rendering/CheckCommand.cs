using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality;
using CommerceVideo.Routing.Commands;

namespace CommerceVideo.Rendering;

/// <summary><c>check</c>: holds a clip against the photo it was made from.</summary>
internal static class CheckCommand
{
    private const int Unreadable = 5;

    private const string Usage = "check --photo FILE --clip FILE [--type TEXT] [--json FILE|-]";

    private static readonly string[] Known = ["--photo", "--clip", "--type", "--json"];

    public static Task<int> RunAsync(string[] args, CancellationToken ct) =>
        CommandOutput.RunAsync(args, Usage, () => CheckAsync(CommandOptions.Read(args, Known), ct));

    private static async Task<int> CheckAsync(CommandOptions options, CancellationToken ct)
    {
        var (photo, clip) = (Needed(options, "--photo"), Needed(options, "--clip"));
        var limits = Limits().For(options["--type"]);
        if (Array.Find([photo, clip], static file => !File.Exists(file)) is { } missing)
        {
            return await RefuseAsync($"There is no file '{missing}'.");
        }

        var ffmpeg = new FfmpegRunner();
        var outcome = await new PhotoStudies(new PhotoReader(ffmpeg)).StudyAsync(photo, ct, options["--type"]);
        if (outcome is not StudyOutcome.Studied { Study: var study })
        {
            return await RefuseAsync(((StudyOutcome.Refused)outcome).Reason.Text);
        }

        var gate = new FidelityGate(ffmpeg, new VideoProbe(new FfprobeRunner()));
        var (judgement, unreadable) = await gate.JudgeAsync(study, clip, limits, ct);
        if (judgement is null)
        {
            return await RefuseAsync($"The clip cannot be read: {unreadable}");
        }

        var report = CheckReport.Of(study, judgement);
        await CommandOutput.TellAsync(report.Lines(), report, options["--json"], ct);
        return report.ExitCode();
    }

    /// <summary>As the installation has them; what is wrong in them is said before anything is measured.</summary>
    private static QualityOptions Limits()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json")
                .AddEnvironmentVariables()
                .Build()
        );
        services.AddQualityLimits();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<QualityOptions>>().Value;
    }

    private static string Needed(CommandOptions options, string name) =>
        options[name] ?? throw new WrongUsageException($"{name} FILE is needed.");

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Unreadable;
    }
}
