using CommerceVideo.Brands.Kits;
using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Tests.Finishing.Words;

public sealed class WordsOnFilmTests : IDisposable
{
    private static readonly WordKit Kit = WordKit.Plain with
    {
        Hook = "Soft linen",
        EndCard = new EndCard(null, "Shop now"),
    };

    private readonly TinyVideo _videos = new();

    private readonly Finisher _finisher = new(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner()));

    public void Dispose() => _videos.Dispose();

    [Theory]
    [InlineData("color=white")]
    [InlineData("color=black")]
    [InlineData("testsrc2")]
    public async Task Words_are_told_from_what_lies_beneath_them_in_the_finished_file(string ground)
    {
        var clip = await ClipAsync(ground);

        var file = await FinishAsync(clip, Kit, new Offer(new Money(49, "EUR"), null), "tiktok.feed");

        var (dark, light) = await ExtremesAsync(file.Video, at: 1);
        Assert.True(light.Contrast(dark) >= Legibility.Large, $"{dark} on {light}");
    }

    [Fact]
    public async Task Words_change_the_picture_only_inside_what_is_free_and_only_while_they_are_shown()
    {
        var clip = await ClipAsync("color=gray");
        var zone = Placements.Get("tiktok.feed").SafeZone.Value;

        var file = await FinishAsync(clip, Kit, null, "tiktok.feed");

        var (hook, between) = (await FrameAsync(file.Video, 1), await FrameAsync(file.Video, 3.1));
        var changed = Changed(hook, between);
        Assert.NotEmpty(changed);
        Assert.All(
            changed,
            pixel =>
            {
                Assert.InRange(pixel.X, (zone.Left * 540) - 2, ((1 - zone.Right) * 540) + 2);
                Assert.InRange(pixel.Y, (zone.Top * 960) - 2, ((1 - zone.Bottom) * 960) + 2);
            }
        );
    }

    [Fact]
    public async Task A_change_of_price_leaves_the_poster_and_the_other_words_as_they_are()
    {
        var clip = await ClipAsync("color=gray");

        var first = await FinishAsync(clip, Kit, new Offer(new Money(49, "EUR"), null), "tiktok.feed");
        var (hash, hook) = (first.Sha256, await FrameAsync(first.Video, 1));
        var again = await FinishAsync(clip, Kit, new Offer(new Money(39, "EUR"), null), "tiktok.feed");

        Assert.NotEqual(hash, again.Sha256);
        Assert.Equal(first.Poster.Sha256, again.Poster.Sha256);
        Assert.Empty(Changed(hook, await FrameAsync(again.Video, 1)));
    }

    [Fact]
    public async Task Words_that_find_no_room_are_told()
    {
        var clip = await ClipAsync("color=gray");
        var words = Kit with { Hook = new string('W', 60) };

        var outcome = await OutcomeAsync(clip, words, null, "tiktok.feed");

        var warning = Assert.Single(Assert.IsType<FinishOutcome.Finished>(outcome).Warnings);
        Assert.Equal("tiktok.feed: the words of the hook find no room; make them shorter.", warning);
    }

    [Fact]
    public async Task Nothing_is_written_on_a_page_film()
    {
        var clip = await ClipAsync("testsrc2");

        var bare = Assert.IsType<FinishOutcome.Finished>(await OutcomeAsync(clip, null, null, "shopify.product"));
        var hash = bare.Files[0].Sha256;
        var file = await FinishAsync(clip, Kit, new Offer(new Money(49, "EUR"), null), "shopify.product");

        Assert.Equal(hash, file.Sha256);
    }

    [Fact]
    public void Placements_that_share_a_film_share_its_words_inside_what_all_of_them_leave_free()
    {
        var take = TakeBuilder.Take(frames: 360);
        var placements = new[] { Placements.Get("meta.reels"), Placements.Get("tiktok.feed") };

        var plan = FinishingPlanner.Plan(
            [take],
            TakeBuilder.Film([take]),
            placements,
            PosterChoice.FirstFrame,
            written: true
        );

        var file = Assert.Single(plan.Renditions);
        var (reels, tiktok) = (placements[0].SafeZone.Value, placements[1].SafeZone.Value);
        Assert.Equal(
            new SafeZone(tiktok.Top < reels.Top ? reels.Top : tiktok.Top, reels.Bottom, reels.Left, tiktok.Right),
            file.Zone
        );
    }

    private async Task<Clip> ClipAsync(string ground)
    {
        var file = await _videos.MakeAsync(
            "clip.mp4",
            "size=540x960:rate=30:duration=6",
            $"-c:v libx264 -preset ultrafast -crf 8 -pix_fmt yuv420p -g 60 {TinyVideo.Colours}",
            filter: ground == "testsrc2" ? "null" : $"drawbox={ground}:t=fill,noise=alls=4:all_seed=3"
        );
        return new Clip(file, 540, 960, 30, 6, Focus: null, []);
    }

    private async Task<FinishedFile> FinishAsync(Clip clip, WordKit kit, Offer? offer, string placement) =>
        Assert.Single(Assert.IsType<FinishOutcome.Finished>(await OutcomeAsync(clip, kit, offer, placement)).Files);

    private Task<FinishOutcome> OutcomeAsync(Clip clip, WordKit? kit, Offer? offer, string placement) =>
        _finisher.FinishAsync(
            new Footage([clip], [new Film(new AspectRatio(9, 16), [0])]),
            [Placements.Get(placement)],
            PosterChoice.FirstFrame,
            _videos.Folder,
            CancellationToken.None,
            words: kit is null ? null : new FilmWords(kit, offer)
        );

    private static async Task<byte[]> FrameAsync(string file, double at)
    {
        using var pixels = new MemoryStream();
        await TinyVideo.Ffmpeg.ReadAsync(
            new FfmpegCommand()
                .File(file, "-ss", at.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .StandardOutput("-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24"),
            TimeSpan.FromMinutes(1),
            (output, ct) => output.CopyToAsync(pixels, ct),
            CancellationToken.None
        );
        return pixels.ToArray();
    }

    private static List<(int X, int Y)> Changed(byte[] one, byte[] other) =>
        [
            .. Enumerable
                .Range(0, 540 * 960)
                .Where(at => Math.Abs(one[at * 3] - other[at * 3]) > 40)
                .Select(static at => (at % 540, at / 540)),
        ];

    /// <summary>The letters and what they stand on: the darkest and the lightest of where the hook stands.</summary>
    private static async Task<(Rgb Dark, Rgb Light)> ExtremesAsync(string file, double at)
    {
        var frame = await FrameAsync(file, at);
        var pixels = Enumerable
            .Range(0, 540 * 960)
            .Where(static pixel => pixel % 540 is > 60 and < 200 && pixel / 540 is > 90 and < 130)
            .Select(pixel => new Rgb(frame[pixel * 3], frame[(pixel * 3) + 1], frame[(pixel * 3) + 2]))
            .OrderBy(static pixel => pixel.Luminance)
            .ToList();
        return (pixels[pixels.Count / 20], pixels[pixels.Count * 19 / 20]);
    }
}
