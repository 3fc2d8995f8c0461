using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Lint;

/// <summary>Reads a file back, whatever it is, and holds it against a placement.</summary>
internal sealed class FileLint(VideoProbe probe, FilmLook look)
{
    /// <summary>Bytes beyond which a picture is not read at all.</summary>
    private const long LargestPoster = 100_000_000;

    /// <param name="poster">The still picture that goes with it; null for none.</param>
    public async Task<LintOutcome> JudgeAsync(string file, string? poster, Placement placement, CancellationToken ct)
    {
        if ((Missing(file) ?? (poster is null ? null : Missing(poster))) is { } missing)
        {
            return missing;
        }

        try
        {
            return await probe.ReadAsync(file, ct) switch
            {
                VideoReading.Read read => await JudgeAsync(file, read.Facts, poster, placement, ct),
                VideoReading.Unreadable unreadable => Unreadables.Of(file, unreadable.Reason),
                _ => throw new InvalidOperationException("A file is read or it is not."),
            };
        }
        catch (TimeoutException)
        {
            return new LintOutcome.Unreadable(
                "too_slow",
                "Reading the file took too long to wait for. Export it smaller, or look at it on a faster machine."
            );
        }
    }

    private async Task<LintOutcome> JudgeAsync(
        string file,
        VideoFacts facts,
        string? poster,
        Placement placement,
        CancellationToken ct
    )
    {
        if (Unreadables.Of(file, facts) is { } unreadable)
        {
            return unreadable;
        }

        try
        {
            var screen = await look.SeeAsync(file, facts, ct);
            var heard = await look.HearAsync(file, facts, ct);
            var film = PlacementRules.Judge(facts, placement, heard, screen);
            return poster is null
                ? new LintOutcome.Judged(film)
                : await JudgePosterAsync(poster, facts.Picture.Shown, film, placement.Poster, ct);
        }
        catch (FfmpegException problem)
        {
            return Unreadables.Damaged(problem.Tail);
        }
    }

    private static async Task<LintOutcome> JudgePosterAsync(
        string poster,
        FrameSize video,
        Judgement film,
        PosterRules rules,
        CancellationToken ct
    )
    {
        var bytes = new FileInfo(poster).Length;
        if (
            bytes > LargestPoster
            || PhotoHeaders.Read(await File.ReadAllBytesAsync(poster, ct)) is not { Width: > 0 } header
        )
        {
            return new LintOutcome.Unreadable("not_a_picture", "The poster is not a picture. Save it as JPEG.");
        }

        var size = new FrameSize(header.Width, header.Height);
        var still = PosterLint.Judge(header.Format, size, bytes, video, rules);
        return new LintOutcome.Judged(
            film with
            {
                Checked = [.. film.Checked, .. still.Checked],
                Broken = [.. film.Broken, .. still.Broken],
            }
        );
    }

    private static LintOutcome.Unreadable? Missing(string file)
    {
        try
        {
            using var content = File.OpenRead(file);
            return content.Length > 0 ? null : new("empty", "The file is empty. Export or download it again.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return new("not_found", $"There is no file '{file}'.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            return new("not_found", $"'{file}' cannot be read: {problem.Message}");
        }
    }
}
