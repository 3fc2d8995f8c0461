using System.Diagnostics;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Sound;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Marks;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Sound;

/// <summary>Films with the kinds of music that merchants have, measured as a channel would.</summary>
public sealed class FilmSoundTests : IDisposable
{
    private const double Seconds = 6;

    private readonly TinyVideo _videos = new();

    private readonly VideoProbe _probe = new(new FfprobeRunner());

    private readonly FilmLook _look = new(TinyVideo.Ffmpeg);

    public void Dispose() => _videos.Dispose();

    public static TheoryData<string, string> Music =>
        new()
        {
            { "far too quiet", "anoisesrc=color=pink:amplitude=0.02:seed=4:duration=30" },
            { "mastered far too loud", "sine=f=220:duration=30,volume=9dB,aformat=sample_fmts=s16" },
            // Beats of full scale over almost nothing: no gain brings it to its level with its peaks whole.
            { "all in its beats", "aevalsrc='0.98*sin(2*PI*90*t)*lt(mod(t\\,1)\\,0.05)+0.003*sin(2*PI*700*t)':d=30" },
            {
                "an intro softer than the rest",
                "anoisesrc=color=pink:amplitude=0.5:seed=4:duration=40,volume='if(lt(t,4),0.1,1)':eval=frame"
            },
            { "silent at first", "sine=f=330:duration=30,adelay=4000,volume=-12dB" },
            { "shorter than the film", "sine=f=330:duration=3.5,volume=-14dB" },
        };

    [Theory]
    [MemberData(nameof(Music))]
    public async Task Music_comes_to_the_level_and_under_the_peak_of_each_placement_whatever_it_was(
        string kind,
        string source
    )
    {
        var outcome = await FinishAsync(await BedAsync(source), "meta.reels", "youtube.shorts");

        Assert.True(outcome is FinishOutcome.Finished, $"{kind}: {Broken(outcome)}");
        var files = ((FinishOutcome.Finished)outcome).Files;
        Assert.Equal(
            [-16, -14],
            files.Select(static file => Placements.Get(file.Placements[0].Placement).Loudness!.Value.Target)
        );
        foreach (var file in files)
        {
            var asked = Placements.Get(file.Placements[0].Placement).Loudness!.Value;
            var heard = await HearAsync(file);
            Assert.InRange(heard.Lufs!.Value, asked.Target - 1, asked.Target + 1);
            Assert.True(heard.TruePeak <= asked.Peak, $"{kind}: {heard}");
            Assert.Equal(heard.Lufs.Value, file.Heard.Lufs!.Value, 0.11);
        }
    }

    [Fact]
    public async Task Files_that_differ_in_loudness_alone_share_their_pictures()
    {
        var files = Finished(
            await FinishAsync(await BedAsync("sine=f=330:duration=20"), "meta.reels", "youtube.shorts")
        ).Files;

        Assert.NotEqual(files[0].Sha256, files[1].Sha256);
        Assert.Equal(await PicturesAsync(files[0].Video), await PicturesAsync(files[1].Video));
    }

    [Fact]
    public async Task Music_ends_with_the_film_and_fades_out()
    {
        var file = Finished(await FinishAsync(await BedAsync("sine=f=330:duration=20"), "meta.reels")).Files[0];

        Assert.Equal(Seconds, file.Facts.Sound!.Seconds, 0.05);
        Assert.InRange(await VolumeAsync(file.Video, from: 5.9), -90, -35);
        Assert.InRange(await VolumeAsync(file.Video, from: 3), -25, -8);
    }

    [Fact]
    public async Task A_page_film_stays_silent_and_what_a_model_made_of_itself_is_never_heard()
    {
        var bed = await BedAsync("sine=f=330:duration=20");

        var page = Finished(await FinishAsync(bed, "shopify.product")).Files[0];
        var feed = Finished(await FinishAsync(bed: null, "meta.reels")).Files[0];

        Assert.Null((await HearAsync(page)).Lufs);
        Assert.Null((await HearAsync(feed)).Lufs);
        Assert.NotNull(page.Facts.Sound);
        Assert.NotNull(feed.Facts.Sound);
    }

    [Fact]
    public async Task No_track_is_made_where_none_is_wanted()
    {
        var page = Placements.Get("shopify.product");
        var mute = page with
        {
            Encoding = page.Encoding with
            {
                Audio = page.Encoding.Audio with { Track = new(false, Confidence.House, "a test") },
            },
        };

        var file = Finished(await FinishAsync(bed: null, mute)).Files[0];

        Assert.Null(file.Facts.Sound);
        Assert.Equal(144, file.Facts.Timing.Frames);
    }

    [Theory]
    [InlineData("anullsrc", "Nothing is heard in the music 'bed.wav'.")]
    [InlineData(null, "The music 'bed.wav' cannot be played to its end.")]
    [InlineData("sine=duration=1", "The music 'bed.wav' is shorter than 3 seconds.")]
    public async Task Music_that_cannot_be_used_costs_the_film_its_sound_and_is_told(string? source, string told)
    {
        var bed = source is null ? new MusicBed(_videos["bed.wav"], "ours") : await BedAsync(source);
        if (source is null)
        {
            await File.WriteAllTextAsync(bed.File, "<html>no music</html>");
        }

        var outcome = Finished(await FinishAsync(bed, "meta.reels"));

        Assert.StartsWith(told, Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Null((await HearAsync(outcome.Files[0])).Lufs);
    }

    [Fact]
    public async Task The_same_music_gives_the_same_bytes()
    {
        var bed = await BedAsync("anoisesrc=color=pink:amplitude=0.3:seed=4:duration=4");

        var first = Finished(await FinishAsync(bed, "meta.reels")).Files[0];
        var again = Finished(await FinishAsync(bed, "meta.reels")).Files[0];

        Assert.Equal(first.Sha256, again.Sha256);
    }

    [Fact]
    public async Task Finished_files_and_their_posters_say_what_they_are()
    {
        var file = Finished(await FinishAsync(bed: null, "meta.reels")).Files[0];

        var address = $"https://videos.example/{file.Name}";
        Assert.EndsWith(address, await MarkReading.CommentAsync(file.Video), StringComparison.Ordinal);
        var poster = MarkReading.JpegXmp(await File.ReadAllBytesAsync(file.Poster.File));
        Assert.EndsWith("/algorithmicallyEnhanced", MarkReading.SourceIn(poster), StringComparison.Ordinal);
        Assert.Contains(address, poster.ToString(), StringComparison.Ordinal);
    }

    private Task<FinishOutcome> FinishAsync(MusicBed? bed, params string[] placements) =>
        FinishAsync(bed, [.. placements.Select(Placements.Get)]);

    private async Task<FinishOutcome> FinishAsync(MusicBed? bed, params Placement[] placements)
    {
        var clip = await ClipAsync();
        return await new Finisher(TinyVideo.Ffmpeg, _probe).FinishAsync(
            new Footage([clip], [new Film(new AspectRatio(9, 16), [0])]),
            placements,
            PosterChoice.FirstFrame,
            _videos.Folder,
            CancellationToken.None,
            bed: bed,
            origin: new FilmOrigin(false, static name => new Uri($"https://videos.example/{name}"))
        );
    }

    private static string Broken(FinishOutcome outcome) =>
        outcome is FinishOutcome.RulesBroken broken
            ? string.Join(
                "; ",
                broken.Files.SelectMany(static f => f.Placements).SelectMany(static p => p.Judgement.Broken)
            )
            : $"{outcome}";

    private static FinishOutcome.Finished Finished(FinishOutcome outcome) =>
        Assert.IsType<FinishOutcome.Finished>(outcome);

    /// <summary>A clip with speech of its own, as some models always make.</summary>
    private async Task<Clip> ClipAsync()
    {
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .Generated($"testsrc2=size=720x1280:rate=24:duration={Seconds}")
                .Generated("sine=frequency=880")
                .With(TinyVideo.Picture.Split(' '))
                .With(TinyVideo.Sound.Split(' '))
                .Output(_videos["clip.mp4"]),
            TimeSpan.FromMinutes(1),
            default
        );
        return new Clip(_videos["clip.mp4"], 720, 1280, 24, Seconds, Focus: null, []);
    }

    private async Task<MusicBed> BedAsync(string source)
    {
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand().Generated(source).With("-t", "40").Output(_videos["bed.wav"]),
            TimeSpan.FromMinutes(1),
            default
        );
        return new MusicBed(_videos["bed.wav"], "bought for advertising");
    }

    private Task<SoundLevel> HearAsync(FinishedFile file) => _look.HearAsync(file.Video, file.Facts, default);

    private static async Task<string> PicturesAsync(string file)
    {
        using var hash = new MemoryStream();
        await TinyVideo.Ffmpeg.ReadAsync(
            new FfmpegCommand().File(file).StandardOutput("-map", "0:v", "-c", "copy", "-f", "md5"),
            TimeSpan.FromMinutes(1),
            (output, ct) => output.CopyToAsync(hash, ct),
            CancellationToken.None
        );
        return System.Text.Encoding.UTF8.GetString(hash.ToArray());
    }

    /// <summary>Mean volume in dB of the next tenth of a second.</summary>
    private static async Task<double> VolumeAsync(string file, double from)
    {
        using var ffmpeg = Process.Start(
            new ProcessStartInfo(
                "ffmpeg",
                FormattableString
                    .Invariant(
                        $"-nostdin -hide_banner -ss {from} -t 0.1 -i {file} -map 0:a -af volumedetect -f null /dev/null"
                    )
                    .Split(' ')
            )
            {
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var said = await ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.WaitForExitAsync();
        var told = said[(said.IndexOf("mean_volume: ", StringComparison.Ordinal) + "mean_volume: ".Length)..];
        return double.Parse(told[..told.IndexOf(' ', StringComparison.Ordinal)]);
    }
}
