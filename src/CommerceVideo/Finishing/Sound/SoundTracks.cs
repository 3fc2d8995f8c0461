using System.Globalization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing.Sound;

/// <summary>
/// One bed as the tracks of one video: read once, then made once for each length and level, whichever files share it, and
/// measured as it is delivered.
/// </summary>
internal sealed class SoundTracks(FfmpegRunner ffmpeg, MusicBed bed, string folder)
{
    /// <summary>A level is wanted, heard as it came out, and mended twice at most: a limiter takes some of what a gain gave.</summary>
    private const int Rounds = 3;

    /// <summary>Shorter, and it is a jingle that would be joined every few moments.</summary>
    private const double Shortest = 3;

    /// <summary>A beginning that is not heard is passed over, if it is no longer.</summary>
    private const double Lead = 10;

    /// <summary>LU of the target that are near enough.</summary>
    private const double Near = 0.3;

    /// <summary>Coding moves peaks up by about so much.</summary>
    private const double Headroom = 1;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Dictionary<(double Seconds, Loudness Level), SoundTrack> _made = [];

    private readonly FilmLook _look = new(ffmpeg);

    private BedCurve? _curve;

    /// <summary>Listens to the bed once.</summary>
    /// <param name="longest">Seconds of the longest film.</param>
    /// <returns>What is wrong with it, for a merchant; null where it can be used.</returns>
    public async Task<string?> ReadAsync(double longest, CancellationToken ct)
    {
        var name = Path.GetFileName(bed.File);
        if (!File.Exists(bed.File))
        {
            return $"The music '{name}' is not there.";
        }

        var momentary = new List<double>();
        try
        {
            var command = SoundCommand.Read(bed.File, longest + Lead);
            await ffmpeg.ReadAsync(command, Limit, (output, token) => FollowAsync(output, momentary, token), ct);
        }
        catch (FfmpegException)
        {
            return $"The music '{name}' cannot be played to its end. Export it again, as WAV, MP3 or M4A.";
        }

        var curve = new BedCurve(momentary, momentary.Count * BedCurve.Step);
        if (curve.Start is not { } start)
        {
            return $"Nothing is heard in the music '{name}'.";
        }

        if (curve.Seconds - start < Math.Min(Shortest, longest))
        {
            return $"The music '{name}' is shorter than {Shortest} seconds.";
        }

        _curve = curve;
        return null;
    }

    /// <summary>A track for a film of this length; the same one each time it is asked for.</summary>
    public async Task<SoundTrack> OfAsync(double seconds, Loudness level, CancellationToken ct)
    {
        if (!_made.TryGetValue((seconds, level), out var track))
        {
            track = await MakeAsync(seconds, level, ct);
            _made[(seconds, level)] = track;
        }

        return track;
    }

    private async Task<SoundTrack> MakeAsync(double seconds, Loudness level, CancellationToken ct)
    {
        var start = _curve!.Start!.Value;
        var cut = new BedCut(start, Math.Min(_curve.Seconds - start, seconds), seconds);
        var file = Path.Combine(folder, $"sound-{Milliseconds(seconds)}ms{Tenths(level.Target)}lufs.m4a");
        var (gain, ceiling) = (level.Target - (_curve.Integrated(cut) ?? level.Target), level.Peak - Headroom);
        for (var round = 1; ; round++)
        {
            await ffmpeg.RunAsync(SoundCommand.Make(bed.File, cut, gain, ceiling, file), Limit, ct);
            var heard = await _look.HearAsync(file, Limit, ct);
            var (off, over) = (
                level.Target - (heard.Lufs ?? level.Target),
                (heard.TruePeak ?? level.Peak) - level.Peak
            );
            if (round == Rounds || (Math.Abs(off) <= Near && over <= 0))
            {
                return new SoundTrack(file, heard);
            }

            (gain, ceiling) = (gain + off, ceiling - Math.Max(0, over + 0.1));
        }
    }

    private static async Task FollowAsync(Stream output, List<double> momentary, CancellationToken ct)
    {
        const string Key = "lavfi.r128.M=";
        using var lines = new StreamReader(output);
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith(Key, StringComparison.Ordinal))
            {
                var told = double.TryParse(
                    line.AsSpan(Key.Length),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var lufs
                );
                momentary.Add(told && double.IsFinite(lufs) ? lufs : -120);
            }
        }
    }

    private static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000);

    private static string Tenths(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="Heard">What it measures as it is delivered.</param>
internal sealed record SoundTrack(string File, SoundLevel Heard);
