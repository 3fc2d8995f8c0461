using CommerceVideo.Channels.Rules;
using CommerceVideo.Media;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Channels.Lint;

/// <summary>Holds a still picture against what a placement asks of a poster. Pure: facts in, broken rules out.</summary>
internal static class PosterLint
{
    private static readonly Sourced<string> Jpeg = new("jpeg", Confidence.House, "every channel takes it");

    /// <param name="video">The frame of the video it stands for.</param>
    public static Judgement Judge(PhotoFormat format, FrameSize poster, long bytes, FrameSize video, PosterRules rules)
    {
        var book = new RuleBook();
        var off = Math.Abs(poster.Ratio / video.Ratio - 1);
        var width = Math.Min(rules.MinimumWidth.Value, video.Width);
        book.Ask("posterFormat", Jpeg, format == PhotoFormat.Jpeg, format.ToString().ToLowerInvariant());
        book.Ask(
            "posterRatio",
            rules.SameRatio,
            !rules.SameRatio.Value || off <= HouseRules.RatioTolerance,
            Math.Round(poster.Ratio, 4),
            Math.Round(video.Ratio, 4)
        );
        book.Ask("posterWidth", rules.MinimumWidth, poster.Width >= width, poster.Width, width);
        book.Ask("posterBytes", rules.MaximumBytes, bytes <= rules.MaximumBytes.Value, bytes);
        return book.Close();
    }
}
