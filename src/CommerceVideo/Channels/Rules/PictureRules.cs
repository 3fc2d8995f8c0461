using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels.Rules;

/// <summary>How the pictures are coded.</summary>
internal static class PictureRules
{
    private static readonly Sourced<bool> Published = new(
        true,
        Confidence.Official,
        "https://developers.facebook.com/documentation/ads-commerce/marketing-api/guides/videoads/fbvideoads (2026-05-21)"
    );

    private static readonly Sourced<string> Tagged = new(
        "bt709, limited",
        Confidence.Unconfirmed,
        "colours that are not tagged shift on YouTube and Meta"
    );

    public static void Judge(RuleBook book, VideoFacts facts, Encoding encoding)
    {
        var (picture, timing, codecs) = (facts.Picture, facts.Timing, encoding.Codecs);
        var known = codecs.Value.Contains(picture.Codec, StringComparer.Ordinal);
        book.Ask("codec", codecs, known, picture.Codec, string.Join(", ", codecs.Value));
        var format = encoding.PixelFormat;
        book.Ask("pixelFormat", format, picture.PixelFormat == format.Value, picture.PixelFormat);
        book.Ask("progressive", Published, picture.Progressive, picture.Progressive);
        book.Ask("colour", Tagged, picture.Colour == ColourTags.Bt709, Named(picture.Colour));
        JudgePace(book, timing, encoding);
        if (encoding.MinimumBitrate is { } floor)
        {
            book.Ask("bitrate", floor, timing.Bitrate >= floor.Value, timing.Bitrate);
        }
    }

    private static void JudgePace(RuleBook book, FrameTiming timing, Encoding encoding)
    {
        var (slowest, fastest) = encoding.FrameRates.Value;
        var inside = timing.Fps >= slowest && timing.Fps <= fastest + 0.001;
        book.Ask(
            "frameRate",
            encoding.FrameRates,
            inside,
            timing.Fps,
            FormattableString.Invariant($"{slowest}-{fastest}")
        );
        book.Ask("constantFrameRate", Published, timing.Constant, timing.Constant);
        book.Ask("closedGop", Published, timing.ClosedGops, timing.ClosedGops);
        if (encoding.GopSeconds is { } longest)
        {
            book.Ask("gopLength", longest, timing.LongestGopSeconds <= longest.Value + 0.05, timing.LongestGopSeconds);
        }
    }

    private static string Named(ColourTags colour) =>
        colour == new ColourTags("", "", "", "")
            ? "untagged"
            : $"{colour.Matrix}/{colour.Transfer}/{colour.Primaries}, {colour.Range}";
}
