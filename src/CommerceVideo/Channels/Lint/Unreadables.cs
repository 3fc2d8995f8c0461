using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Lint;

/// <summary>Why a file is no film, in a merchant's words. Pure but for one look at the file's outermost boxes.</summary>
internal static class Unreadables
{
    /// <summary>What ffprobe said, when it could make nothing of the file.</summary>
    public static LintOutcome.Unreadable Of(string file, string said)
    {
        if (IsCutOff(file))
        {
            return Incomplete();
        }

        return said == "The file holds no pictures."
            ? new LintOutcome.Unreadable(
                "not_a_video",
                "The file holds sound or text but no pictures. Export the video."
            )
            : new LintOutcome.Unreadable("not_a_video", "The file is not a video that can be read. Export it as MP4.");
    }

    /// <summary>Null for a film.</summary>
    public static LintOutcome.Unreadable? Of(string file, VideoFacts facts) =>
        IsPicture(facts)
            ? new LintOutcome.Unreadable("not_a_video", "The file is a picture, not a video. Export the video as MP4.")
        : IsCutOff(file) ? Incomplete()
        : null;

    public static LintOutcome.Unreadable Damaged(string said) =>
        new(
            "damaged",
            $"The file cannot be played to its end: it is damaged. Export it again. ({said.Split('\n')[^1].Trim()})"
        );

    private static LintOutcome.Unreadable Incomplete() =>
        new("incomplete", "The file ends too early: a copy or upload of it was cut off. Copy or export it again.");

    private static bool IsPicture(VideoFacts facts) =>
        facts.Container.Format is "image2" or "tty"
        || facts.Container.Format.EndsWith("_pipe", StringComparison.Ordinal)
        || (facts.Timing.Frames == 1 && facts.Container.Format == "gif");

    private static bool IsCutOff(string file)
    {
        using var stream = File.OpenRead(file);
        var layout = Mp4Boxes.Read(stream);
        return layout.Order is ["ftyp" or "moov" or "mdat" or "free" or "wide" or "skip", ..]
            && (layout.Truncated || !layout.Order.Contains("moov", StringComparer.Ordinal));
    }
}
