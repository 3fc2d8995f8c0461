using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using CommerceVideo.Channels;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Channels;

/// <summary>
/// For a rule of a placement two films that differ in nothing else than what the rule asks. Films are tiny and made once,
/// whichever placements share them.
/// </summary>
public sealed class PairFilms : IDisposable
{
    private const string Usual = "size=144x256:rate=30:duration=2";

    private const string X264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p";

    private const string Gop = "-g 60 -sc_threshold 0";

    private static readonly string Colours = TinyVideo.Colours;

    private readonly TinyVideo _files = new();

    private readonly VideoProbe _probe = new(new FfprobeRunner());

    private readonly FilmLook _look = new(TinyVideo.Ffmpeg);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _made = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<Task<FilmFacts>>> _read = new(StringComparer.Ordinal);

    public void Dispose() => _files.Dispose();

    /// <summary>A film that keeps every rule of the placement.</summary>
    public Task<string> GoodAsync(Placement placement)
    {
        var (size, ratios) = ("640x640", placement.Ratios);
        size = ratios.Contains(Shape.Wide.Ratio) ? "1280x720" : size;
        size = ratios.Contains(Shape.Upright.Ratio) ? "720x1280" : size;
        var seconds = Math.Min(12, placement.Lengths.Maximum.Value);
        return FilmAsync(Invariant($"size={size}:rate=24:duration={seconds}"));
    }

    /// <summary>The two films; null for a rule that nobody has thought of a pair for.</summary>
    public async Task<(string Good, string Bad)?> PairAsync(Placement placement, string rule)
    {
        var lengths = placement.Lengths;
        return rule switch
        {
            "ratio" => (await FrameAsync(placement.Shapes.Value[0].Aim), await FrameAsync(new FrameSize(960, 320))),
            "minimumSize" => await SmallestAsync(placement.Shapes.Value[0].Minimum!.Value),
            "maximumSize" => (await FrameAsync(new FrameSize(4096, 2304)), await FrameAsync(new FrameSize(4112, 2314))),
            "durationMinimum" => (
                await LongAsync(lengths.Minimum!.Value),
                await LongAsync(lengths.Minimum.Value - 0.2)
            ),
            "durationMaximum" => (
                await LongAsync(lengths.Maximum.Value),
                await LongAsync(lengths.Maximum.Value + Math.Max(0.2, lengths.Maximum.Value / 100))
            ),
            "bytes" => await LargestAsync(placement.MaximumBytes.Value),
            _ => await PairAsync(rule),
        };
    }

    internal Task<FilmFacts> ReadAsync(string file, bool look) =>
        _read.GetOrAdd($"{file} {look}", _ => new Lazy<Task<FilmFacts>>(() => ReadNowAsync(file, look))).Value;

    private async Task<FilmFacts> ReadNowAsync(string file, bool look)
    {
        var facts = Assert.IsType<VideoReading.Read>(await _probe.ReadAsync(file, default)).Facts;
        return look
            ? new FilmFacts(
                facts,
                await _look.HearAsync(file, facts, default),
                await _look.SeeAsync(file, facts, default)
            )
            : new FilmFacts(facts, null, null);
    }

    private async Task<(string Good, string Bad)?> PairAsync(string rule)
    {
        var usual = await FilmAsync(Usual);
        var bad = rule switch
        {
            "evenSize" => await FilmAsync(
                Usual,
                $"-c:v libx264 -preset ultrafast -pix_fmt yuv444p {Gop} {Colours}",
                // A test picture of odd sides is made one of even sides.
                filter: "format=yuv444p,crop=143:255:exact=1"
            ),
            "squarePixels" => await FilmAsync(Usual, $"{X264} {Gop} {Colours} -aspect 4:5"),
            "rotation" => await CopyAsync(usual, "", "-metadata:s:v:0 rotate=180"),
            "editList" => await CopyAsync(usual, "-itsoffset 1", ""),
            "container" => await FilmAsync(Usual, file: "-f matroska"),
            "fastStart" => await FilmAsync(Usual, file: "-f mp4"),
            "pictureStreams" => await FilmAsync(Usual, $"{X264} {Gop} {Colours} -map 0:v -map 0:v -map 1:a"),
            "otherStreams" => await WithWordsAsync(usual),
            "codec" => await FilmAsync(Usual, $"-c:v mpeg4 -q:v 3 -g 60 {Colours}"),
            "pixelFormat" => await FilmAsync(
                Usual,
                $"-c:v libx264 -preset ultrafast -pix_fmt yuv420p10le {Gop} {Colours}"
            ),
            "progressive" => await FilmAsync(
                Usual,
                $"{X264} {Gop} {Colours} -flags +ildct+ilme -x264-params interlaced=1"
            ),
            "colour" => await FilmAsync(Usual, $"{X264} {Gop}"),
            "frameRate" => await FilmAsync("size=144x256:rate=15:duration=2"),
            "constantFrameRate" => await FilmAsync(
                Usual,
                $"{X264} {Gop} {Colours} -vsync vfr",
                filter: @"select=not(eq(mod(n\,7)\,3))"
            ),
            "closedGop" => await FilmAsync(
                Usual,
                $"-c:v libx264 -preset fast -pix_fmt yuv420p -x264-params open-gop=1:scenecut=0:b-adapt=0:keyint=30 {Colours}"
            ),
            "bitrate" => await FilmAsync(Usual, $"-c:v libx264 -preset fast -crf 51 -pix_fmt yuv420p {Gop} {Colours}"),
            "sound" => await FilmAsync(Usual, sound: "-an"),
            "soundCodec" => await FilmAsync(Usual, sound: "-c:a libmp3lame -ar 48000 -ac 2 -shortest"),
            "soundRate" => await FilmAsync(Usual, sound: "-c:a aac -ar 44100 -ac 2 -shortest"),
            "soundChannels" => await FilmAsync(Usual, sound: "-c:a aac -ar 48000 -ac 1 -shortest"),
            "loudness" => await FilmAsync(Usual, tone: "-8dB"),
            "truePeak" => await FilmAsync(Usual, tone: "21dB"),
            "silent" => await FilmAsync(Usual, tone: "0"),
            "still" => await FilmAsync(Usual, filter: "loop=-1:1,trim=duration=2"),
            "blackBars" => await FilmAsync(Usual, filter: $"{Bar("0")},{Bar("ih-28")}"),
            "firstFrameBlack" => await FilmAsync(Usual, filter: "fade=in:st=0:d=0.5"),
            "gopLength" => await FilmAsync(
                "size=144x256:rate=30:duration=6",
                $"{X264} -g 300 -sc_threshold 0 {Colours}"
            ),
            _ => null,
        };
        var good = rule switch
        {
            "gopLength" => await FilmAsync("size=144x256:rate=30:duration=6"),
            // What is lively at 540x960 already holds the rate; a tiny film does not.
            "bitrate" => await FilmAsync(Usual, $"{X264} -crf 1 {Gop} {Colours}"),
            _ => usual,
        };
        return bad is null ? null : (good, bad);
    }

    private async Task<(string Good, string Bad)> SmallestAsync(FrameSize smallest)
    {
        var good = new FrameSize((smallest.Width + 1) & ~1, (smallest.Height + 1) & ~1);
        return (await FrameAsync(good), await FrameAsync(new FrameSize(good.Width - 2, good.Height - 2)));
    }

    /// <summary>Empty space at its end brings a file to any size without writing it.</summary>
    private async Task<(string Good, string Bad)> LargestAsync(long most)
    {
        var usual = await FilmAsync(Usual);
        return (await PaddedAsync(usual, most), await PaddedAsync(usual, most + 1));
    }

    private Task<string> PaddedAsync(string from, long bytes) =>
        OnceAsync(
            Invariant($"padded {bytes}"),
            async file =>
            {
                System.IO.File.Copy(from, file);
                await using var stream = System.IO.File.OpenWrite(file);
                var box = new byte[16];
                BinaryPrimitives.WriteUInt32BigEndian(box, 1);
                "free"u8.CopyTo(box.AsSpan(4));
                BinaryPrimitives.WriteInt64BigEndian(box.AsSpan(8), bytes - stream.Length);
                stream.Position = stream.Length;
                await stream.WriteAsync(box);
                stream.SetLength(bytes);
            }
        );

    private Task<string> FrameAsync(FrameSize size) => FilmAsync($"size={size}:rate=30:duration=0.1");

    /// <summary>Only its length counts: the longer, the fewer frames a second.</summary>
    private Task<string> LongAsync(double seconds)
    {
        var rate = seconds switch
        {
            > 600 => "1/10",
            > 30 => "2",
            _ => "30",
        };
        return FilmAsync(Invariant($"size=32x32:rate={rate}:duration={seconds}"), sound: "-an");
    }

    private Task<string> FilmAsync(
        string source,
        string? picture = null,
        string? sound = null,
        string file = "-movflags +faststart -f mp4",
        string filter = "null",
        string tone = "5.8dB"
    ) =>
        OnceAsync(
            $"{source} {picture} {sound} {file} {filter} {tone}",
            path =>
                TinyVideo.Ffmpeg.RunAsync(
                    new FfmpegCommand()
                        .Generated($"testsrc2={source}")
                        .Generated($"sine=frequency=440:sample_rate=48000,volume={tone}")
                        .With("-filter:v", filter)
                        .With((picture ?? TinyVideo.Picture).Split(' '))
                        .With((sound ?? TinyVideo.Sound).Split(' '))
                        .With(file.Split(' '))
                        .Output(path),
                    TimeSpan.FromMinutes(1),
                    default
                )
        );

    private Task<string> CopyAsync(string from, string input, string output) =>
        OnceAsync(
            $"{from} {input} {output}",
            path =>
                TinyVideo.Ffmpeg.RunAsync(
                    new FfmpegCommand()
                        .File(from, Words(input))
                        .With("-c", "copy", "-movflags", "+faststart", "-f", "mp4")
                        .With(Words(output))
                        .Output(path),
                    TimeSpan.FromMinutes(1),
                    default
                )
        );

    private Task<string> WithWordsAsync(string from) =>
        OnceAsync(
            "words",
            async path =>
            {
                await System.IO.File.WriteAllTextAsync($"{path}.srt", "1\n00:00:00,000 --> 00:00:01,000\nhello\n");
                var command = new FfmpegCommand().File(from).File($"{path}.srt");
                command.With("-c:v", "copy", "-c:a", "copy", "-c:s", "mov_text", "-movflags", "+faststart");
                await TinyVideo.Ffmpeg.RunAsync(
                    command.With("-f", "mp4").Output(path),
                    TimeSpan.FromMinutes(1),
                    default
                );
            }
        );

    private Task<string> OnceAsync(string key, Func<string, Task> make) =>
        _made
            .GetOrAdd(
                key,
                _ => new Lazy<Task<string>>(async () =>
                {
                    var file = _files[$"{Guid.NewGuid():N}.mp4"];
                    await make(file);
                    return file;
                })
            )
            .Value;

    private static string Bar(string y) => $"drawbox=x=0:y={y}:w=iw:h=28:color=black:t=fill";

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

internal sealed record FilmFacts(VideoFacts Facts, SoundLevel? Heard, ScreenFacts? Screen);
