using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing;

public sealed class FinisherTests : IDisposable
{
    private readonly TinyVideo _videos = new();

    private readonly Finisher _finisher = new(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner()));

    public void Dispose() => _videos.Dispose();

    [Fact]
    public async Task Two_clips_become_the_files_of_three_placements_and_keep_all_their_rules()
    {
        var clips = new[] { await ClipAsync("a.mp4", seconds: 3), await ClipAsync("b.mp4", seconds: 2.5) };

        var outcome = await FinishAsync(clips, "meta.feed", "meta.reels", "tiktok.feed");

        var finished = Assert.IsType<FinishOutcome.Finished>(outcome);
        Assert.Equal(
            [new FrameSize(540, 676), new FrameSize(540, 960)],
            finished.Files.Select(static file => file.Facts.Picture.Shown)
        );
        Assert.All(finished.Files, static file => Assert.Equal(165, file.Facts.Timing.Frames));
        Assert.Equal(["meta.reels", "tiktok.feed"], finished.Files[1].Placements.Select(static p => p.Placement));
    }

    [Fact]
    public async Task A_clip_shown_whole_in_another_shape_goes_on_in_the_tone_of_its_edge()
    {
        var grey = "drawbox=x=0:y=0:w=iw:h=ih:color=0xB4B0AC:t=fill,drawbox=x=40:y=40:w=460:h=880:color=red:t=fill";
        var clip = await ClipAsync("a.mp4", seconds: 6, filter: grey) with
        {
            Focus = new FrameShare(0.07, 0.04, 0.86, 0.92),
        };

        var file = Assert.Single(Assert.IsType<FinishOutcome.Finished>(await FinishAsync([clip], "meta.feed")).Files);

        Assert.Equal(new FrameSize(768, 960), file.Facts.Picture.Shown);
        var pixels = await PixelsAsync(file.Video);
        var middle = 480 * 768 * 3;
        Assert.All(
            Enumerable.Range(0, 140 * 3),
            at => Assert.InRange(pixels[middle + at] - (0xB4 - (at % 3 * 4)), -5, 5)
        );
        Assert.InRange(pixels[middle + (384 * 3)], 240, 255);
    }

    [Fact]
    public async Task A_film_in_which_nothing_moves_is_filled_up_for_the_channel_that_refuses_less_and_stays_the_same_bytes()
    {
        var clip = await ClipAsync("a.mp4", seconds: 6, filter: "drawbox=x=0:y=0:w=iw:h=ih:color=white:t=fill");

        var file = Assert.Single(Assert.IsType<FinishOutcome.Finished>(await FinishAsync([clip], "tiktok.feed")).Files);
        var again = Assert.Single(
            Assert.IsType<FinishOutcome.Finished>(await FinishAsync([clip], "tiktok.feed")).Files
        );

        Assert.InRange(file.Facts.Timing.Bitrate, 516_000, 900_000);
        Assert.Equal(file.Sha256, again.Sha256);
    }

    [Fact]
    public async Task The_same_clips_give_the_same_bytes()
    {
        var clips = new[] { await ClipAsync("a.mp4", seconds: 2), await ClipAsync("b.mp4", seconds: 2) };

        var first = Hashes(await FinishAsync(clips, "meta.feed", "meta.reels"));
        var again = Hashes(await FinishAsync(clips, "meta.feed", "meta.reels"));

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task A_still_clip_is_encoded_finer_until_it_holds_the_floor()
    {
        var still = await ClipAsync(
            "still.mp4",
            seconds: 2,
            filter: "noise=alls=12:all_seed=7,loop=-1:1,trim=duration=2"
        );

        var outcome = await FinishAsync([still], "shopify.product");

        var file = Assert.Single(Assert.IsType<FinishOutcome.Finished>(outcome).Files);
        Assert.InRange(file.Facts.Timing.Bitrate, HouseRules.BitrateFloor, 16_000_000);
    }

    [Fact]
    public async Task A_file_that_breaks_a_rule_is_told_with_the_rule()
    {
        var outcome = await FinishAsync([await ClipAsync("short.mp4", seconds: 2)], "tiktok.feed");

        var file = Assert.Single(Assert.IsType<FinishOutcome.RulesBroken>(outcome).Files);
        Assert.Equal("durationMinimum", Assert.Single(file.Placements[0].Judgement.Broken).Rule);
    }

    [Fact]
    public async Task A_clip_that_ends_too_early_is_not_finished()
    {
        var clip = await ClipAsync("a.mp4", seconds: 3);
        await using (var file = File.OpenWrite(clip.File))
        {
            file.SetLength(file.Length * 6 / 10);
        }

        Assert.IsType<FinishOutcome.ClipUnusable>(await FinishAsync([clip], "shopify.product"));
    }

    [Fact]
    public async Task What_is_no_video_is_not_finished()
    {
        var clip = await ClipAsync("a.mp4", seconds: 1);
        await File.WriteAllTextAsync(clip.File, "<html>gone</html>");

        Assert.IsType<FinishOutcome.ClipUnusable>(await FinishAsync([clip], "shopify.product"));
    }

    [Fact]
    public async Task The_poster_is_the_first_frame_in_the_same_colours()
    {
        var clip = await ClipAsync("a.mp4", seconds: 1);

        var file = ((FinishOutcome.Finished)await FinishAsync([clip], "shopify.product")).Files[0];

        var (poster, frame) = (await PixelsAsync(file.Poster.File), await PixelsAsync(clip.File));
        Assert.Equal(frame.Length, poster.Length);
        Assert.InRange(frame.Zip(poster, static (one, other) => Math.Abs(one - other)).Average(), 0, 2.5);
    }

    [Fact]
    public async Task The_poster_is_fine_enough_for_a_cover()
    {
        var clip = await ClipAsync("a.mp4", seconds: 1);

        var file = ((FinishOutcome.Finished)await FinishAsync([clip], "shopify.product")).Files[0];

        // The mean of the luma table at quality 90 is 11.6 in the reference encoder; finer tables have smaller means.
        Assert.InRange(LumaTable(await File.ReadAllBytesAsync(file.Poster.File)).Average(), 1, 11.6);
    }

    private Task<FinishOutcome> FinishAsync(Clip[] clips, params string[] placements) =>
        FinishAsync(
            new Footage(clips, [new Film(new AspectRatio(9, 16), [.. Enumerable.Range(0, clips.Length)])]),
            placements
        );

    private Task<FinishOutcome> FinishAsync(Footage footage, params string[] placements) =>
        _finisher.FinishAsync(
            footage,
            [.. placements.Select(Placements.Get)],
            PosterChoice.FirstFrame,
            _videos.Folder,
            CancellationToken.None
        );

    private async Task<Clip> ClipAsync(string name, double seconds, string filter = "null")
    {
        var file = await _videos.MakeAsync(name, $"size=540x960:rate=30:duration={seconds}", filter: filter);
        return new Clip(file, 540, 960, 30, seconds, Focus: null, []);
    }

    private static string[] Hashes(FinishOutcome outcome) =>
        outcome switch
        {
            FinishOutcome.Finished done => [.. done.Files.SelectMany(static f => new[] { f.Sha256, f.Poster.Sha256 })],
            FinishOutcome.RulesBroken broken =>
            [
                .. broken.Files.SelectMany(static f => new[] { f.Sha256, f.Poster.Sha256 }),
            ],
            _ => throw new InvalidOperationException(outcome.ToString()),
        };

    private static async Task<byte[]> PixelsAsync(string file)
    {
        using var pixels = new MemoryStream();
        await TinyVideo.Ffmpeg.ReadAsync(
            new FfmpegCommand().File(file).StandardOutput("-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24"),
            TimeSpan.FromMinutes(1),
            (output, ct) => output.CopyToAsync(pixels, ct),
            CancellationToken.None
        );
        return pixels.ToArray();
    }

    private static IEnumerable<int> LumaTable(byte[] jpeg)
    {
        ReadOnlySpan<byte> table = [0xFF, 0xDB];
        var at = jpeg.AsSpan().IndexOf(table);
        return jpeg.Skip(at + 5).Take(64).Select(static value => (int)value);
    }
}
