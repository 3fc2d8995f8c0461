namespace CommerceVideo.Sandbox.Setup;

/// <summary>Whether this FFmpeg was built with the parts the app uses; asked once for each build of it.</summary>
internal static class FfmpegParts
{
    private static readonly string[] Encoders = ["libx264", "aac", "mjpeg", "png"];

    private static readonly string[] Filters =
    [
        "scale",
        "crop",
        "pad",
        "split",
        "overlay",
        "format",
        "fps",
        "trim",
        "concat",
        "ass",
        "ebur128",
        "ametadata",
        "loudnorm",
        "signalstats",
        "ssim",
        "freezedetect",
        "blackdetect",
    ];

    public static async Task CheckAsync(string folder, CancellationToken ct)
    {
        var program = ProgramPath.Find("ffmpeg") ?? throw new SetupException("This machine lacks ffmpeg.");
        var build = $"{program} {File.GetLastWriteTimeUtc(program):O} {string.Join(' ', Encoders.Concat(Filters))}";
        var stamp = Path.Combine(folder, "ffmpeg-checked");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == build)
        {
            return;
        }
        var lacking = Lacking(await AskAsync(program, "-encoders", ct), Encoders)
            .Concat(Lacking(await AskAsync(program, "-filters", ct), Filters))
            .ToList();
        if (lacking.Count > 0)
        {
            throw new SetupException(
                $"{program} was built without {string.Join(", ", lacking)}: sudo apt-get install -y ffmpeg"
            );
        }
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(stamp, build, ct);
    }

    /// <summary>FFmpeg lists a part a line: flags, name, what it is.</summary>
    public static IEnumerable<string> Lacking(string list, IEnumerable<string> wanted)
    {
        var names = list.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[1])
            .ToHashSet(StringComparer.Ordinal);
        return wanted.Where(name => !names.Contains(name));
    }

    private static async Task<string> AskAsync(string program, string question, CancellationToken ct) =>
        (await Tool.RunAsync("/", program, ["-hide_banner", question], ct)).Text;
}
