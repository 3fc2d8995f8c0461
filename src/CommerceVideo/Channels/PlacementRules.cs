using CommerceVideo.Media.Video;

namespace CommerceVideo.Channels;

/// <summary>Holds a finished file against a placement. Pure: facts of the file in, broken rules out.</summary>
public static class PlacementRules
{
    public static Judgement Judge(VideoFacts facts, Placement placement)
    {
        var book = new RuleBook();
        JudgeFrame(book, facts.Picture, placement);
        JudgeLength(book, facts, placement);
        JudgeFile(book, facts.Container, placement);
        JudgePicture(book, facts, placement.Encoding);
        JudgeSound(book, facts.Sound, placement.Encoding.Audio);
        return book.Close();
    }

    private static void JudgeFrame(RuleBook book, PictureStream picture, Placement placement)
    {
        var shown = picture.Shown;
        var shape = placement.Nearest(shown.Ratio);
        var off = Math.Abs(shown.Ratio / shape.Ratio.Value - 1);
        book.Ask(
            "ratio",
            off <= HouseRules.RatioTolerance,
            Math.Round(shown.Ratio, 4),
            string.Join(", ", placement.Ratios),
            placement.Shapes.Confidence
        );
        if (shape.Minimum is { } minimum)
        {
            var held = shown.Width >= minimum.Value.Width && shown.Height >= minimum.Value.Height;
            book.Ask("minimumSize", held, shown.ToString(), minimum.Value.ToString(), minimum.Confidence);
        }

        var even = picture.Size.Width % 2 == 0 && picture.Size.Height % 2 == 0;
        book.Ask("evenSize", even, picture.Size.ToString(), "even", Confidence.House);
        book.Ask("squarePixels", picture.SquarePixels, picture.SquarePixels, true, Confidence.ThirdParty);
        book.Ask("rotation", picture.Rotation == 0, picture.Rotation, 0, Confidence.Unconfirmed);
    }

    private static void JudgeLength(RuleBook book, VideoFacts facts, Placement placement)
    {
        var (seconds, lengths) = (facts.Timing.Seconds, placement.Lengths);
        // Half a frame of slack: a container's clock rounds the end.
        var slack = facts.Timing.Fps > 0 ? 0.5 / facts.Timing.Fps : 0;
        if (lengths.Minimum is { } minimum)
        {
            book.Ask("durationMinimum", seconds >= minimum.Value - slack, seconds, minimum.Value, minimum.Confidence);
        }

        var maximum = lengths.Maximum;
        book.Ask("durationMaximum", seconds <= maximum.Value + slack, seconds, maximum.Value, maximum.Confidence);
        var bytes = placement.MaximumBytes;
        book.Ask("bytes", facts.Bytes <= bytes.Value, facts.Bytes, bytes.Value, bytes.Confidence);
    }

    private static void JudgeFile(RuleBook book, ContainerFacts container, Placement placement)
    {
        var containers = placement.Containers;
        book.Ask(
            "container",
            containers.Value.Contains(container.Format, StringComparer.Ordinal),
            container.Format,
            string.Join(", ", containers.Value),
            containers.Confidence
        );
        book.Ask("fastStart", container.FastStart, container.FastStart, true, Confidence.House);
        book.Ask("editList", !container.EmptyEdit, "starts empty", "starts with a frame", Confidence.Unconfirmed);
        book.Ask("pictureStreams", container.PictureStreams == 1, container.PictureStreams, 1, Confidence.Unconfirmed);
        book.Ask("otherStreams", container.OtherStreams == 0, container.OtherStreams, 0, Confidence.Unconfirmed);
    }

    private static void JudgePicture(RuleBook book, VideoFacts facts, Encoding encoding)
    {
        var (picture, timing) = (facts.Picture, facts.Timing);
        var codecs = encoding.Codecs;
        book.Ask(
            "codec",
            codecs.Value.Contains(picture.Codec, StringComparer.Ordinal),
            picture.Codec,
            string.Join(", ", codecs.Value),
            codecs.Confidence
        );
        book.Ask(
            "pixelFormat",
            picture.PixelFormat == encoding.PixelFormat.Value,
            picture.PixelFormat,
            encoding.PixelFormat.Value,
            encoding.PixelFormat.Confidence
        );
        book.Ask("progressive", picture.Progressive, picture.Progressive, true, Confidence.Official);
        book.Ask(
            "colour",
            picture.Colour == ColourTags.Bt709,
            Named(picture.Colour),
            "bt709, limited",
            Confidence.Unconfirmed
        );
        JudgePace(book, timing, encoding);
        if (encoding.MinimumBitrate is { } floor)
        {
            book.Ask("bitrate", timing.Bitrate >= floor.Value, timing.Bitrate, floor.Value, floor.Confidence);
        }
    }

    private static void JudgePace(RuleBook book, FrameTiming timing, Encoding encoding)
    {
        var (slowest, fastest) = encoding.FrameRates.Value;
        book.Ask(
            "frameRate",
            timing.Fps >= slowest && timing.Fps <= fastest + 0.001,
            timing.Fps,
            $"{slowest}-{fastest}",
            encoding.FrameRates.Confidence
        );
        book.Ask("constantFrameRate", timing.Constant, timing.Constant, true, Confidence.Official);
        book.Ask("closedGop", timing.ClosedGops, timing.ClosedGops, true, Confidence.Official);
        if (encoding.GopSeconds is { } longest)
        {
            var held = timing.LongestGopSeconds <= longest.Value + 0.05;
            book.Ask("gopLength", held, timing.LongestGopSeconds, longest.Value, longest.Confidence);
        }
    }

    private static void JudgeSound(RuleBook book, SoundStream? sound, AudioRules rules)
    {
        book.Ask("sound", sound is not null || !rules.Track.Value, sound is not null, true, rules.Track.Confidence);
        if (sound is null)
        {
            return;
        }

        book.Ask(
            "soundCodec",
            sound.Codec == rules.Codec.Value,
            sound.Codec,
            rules.Codec.Value,
            rules.Codec.Confidence
        );
        book.Ask(
            "soundRate",
            sound.SampleRate == rules.SampleRate.Value,
            sound.SampleRate,
            rules.SampleRate.Value,
            rules.SampleRate.Confidence
        );
        book.Ask(
            "soundChannels",
            sound.Channels == rules.Channels.Value,
            sound.Channels,
            rules.Channels.Value,
            rules.Channels.Confidence
        );
    }

    private static string Named(ColourTags colour) =>
        colour == new ColourTags("", "", "", "")
            ? "untagged"
            : $"{colour.Matrix}/{colour.Transfer}/{colour.Primaries}, {colour.Range}";

    private sealed class RuleBook
    {
        private readonly List<string> _checked = [];

        private readonly List<BrokenRule> _broken = [];

        public void Ask(string rule, bool held, object value, object limit, Confidence confidence)
        {
            _checked.Add(rule);
            if (!held)
            {
                _broken.Add(new BrokenRule(rule, value, limit, confidence));
            }
        }

        public Judgement Close() => new(_checked, _broken);
    }
}
