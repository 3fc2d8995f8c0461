using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>How long and how large.</summary>
internal static class LengthRules
{
    public static void Judge(RuleBook book, VideoFacts facts, Placement placement)
    {
        var (seconds, lengths) = (facts.Timing.Seconds, placement.Lengths);
        // Half a frame of slack: a container's clock rounds the end.
        var slack = facts.Timing.Fps > 0 ? 0.5 / facts.Timing.Fps : 0;
        if (lengths.Minimum is { } minimum)
        {
            book.Ask("durationMinimum", minimum, seconds >= minimum.Value - slack, seconds);
        }

        book.Ask("durationMaximum", lengths.Maximum, seconds <= lengths.Maximum.Value + slack, seconds);
        book.Ask("bytes", placement.MaximumBytes, facts.Bytes <= placement.MaximumBytes.Value, facts.Bytes);
    }
}
