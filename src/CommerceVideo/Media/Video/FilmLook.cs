using System.Globalization;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Media.Video;

/// <summary>Plays a file once to its end and tells what is seen and heard. It costs a decode; a probe does not.</summary>
public sealed class FilmLook(FfmpegRunner ffmpeg)
{
    /// <summary>Pixels of the longer side that is looked at: fine enough for a bar, coarse enough for noise to vanish.</summary>
    private const int Side = 320;

    /// <summary>The very first picture, then one every half second; the filter fps would give the last of each half second.</summary>
    private const string TwiceASecond = @"select=isnan(prev_selected_t)+gte(t-prev_selected_t\,0.5)";

    /// <summary>What no loudness is: ebur128's gate opens at -70 LUFS.</summary>
    private const double Silence = -69.5;

    /// <exception cref="FfmpegException">It cannot be decoded to its end.</exception>
    /// <exception cref="TimeoutException">It takes longer than an hour of film needs here.</exception>
    public async Task<ScreenFacts> SeeAsync(string file, VideoFacts facts, CancellationToken ct)
    {
        var size = Small(facts.Picture.Shown);
        var reading = new ScreenReading(size);
        await ffmpeg.ReadAsync(
            See(file, size),
            Limit(facts),
            async (output, token) =>
            {
                for (var more = true; more; )
                {
                    var picture = new byte[size.Pixels];
                    more = await output.ReadAtLeastAsync(picture, picture.Length, false, token) == picture.Length;
                    if (more)
                    {
                        reading.Look(picture);
                    }
                }
            },
            ct
        );
        return reading.Close();
    }

    /// <inheritdoc cref="SeeAsync"/>
    public async Task<SoundLevel> HearAsync(string file, VideoFacts facts, CancellationToken ct) =>
        facts.Sound is null ? SoundLevel.Silence : await HearAsync(file, Limit(facts), ct);

    /// <summary>A file that has a sound track.</summary>
    public async Task<SoundLevel> HearAsync(string file, TimeSpan limit, CancellationToken ct)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        await ffmpeg.ReadAsync(
            Hear(file),
            limit,
            async (output, token) =>
            {
                using var lines = new StreamReader(output);
                while (await lines.ReadLineAsync(token) is { } line)
                {
                    if (line.Split('=') is [var name, var value] && Number(value) is { } number)
                    {
                        values[name] = number;
                    }
                }
            },
            ct
        );
        return Level(values);
    }

    internal static FfmpegCommand See(string file, FrameSize size) =>
        new FfmpegCommand()
            .File(file, "-threads", "2")
            .With("-xerror", "-map", "0:v:0", "-an", "-vf")
            .With($"{TwiceASecond},scale={size.Width}:{size.Height}:flags=area,format=gray")
            .StandardOutput("-fps_mode", "passthrough", "-f", "rawvideo");

    internal static FfmpegCommand Hear(string file) =>
        new FfmpegCommand()
            .File(file)
            .With("-xerror", "-map", "0:a:0", "-vn", "-af")
            .With("ebur128=peak=true:metadata=1,ametadata=mode=print:file=-")
            .Output("/dev/null", "-f", "null");

    private static SoundLevel Level(Dictionary<string, double> values)
    {
        var lufs = values.GetValueOrDefault("lavfi.r128.I", Silence);
        // The filter tells the peak as a share of full scale.
        var peak = values.GetValueOrDefault("lavfi.r128.true_peak");
        return lufs <= Silence || peak <= 0
            ? SoundLevel.Silence
            : new SoundLevel(Math.Round(lufs, 1), Math.Round(20 * Math.Log10(peak), 1));
    }

    private static FrameSize Small(FrameSize shown)
    {
        var scale = Math.Min(1, (double)Side / Math.Max(shown.Width, shown.Height));
        return new FrameSize(
            Math.Max(1, (int)Math.Round(shown.Width * scale)),
            Math.Max(1, (int)Math.Round(shown.Height * scale))
        );
    }

    private static TimeSpan Limit(VideoFacts facts) =>
        TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(facts.Timing.Seconds);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
