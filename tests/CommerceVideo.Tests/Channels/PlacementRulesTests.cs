using CommerceVideo.Channels;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Channels;

/// <summary>One good file that keeps every rule, and for each rule a file that breaks it.</summary>
public sealed class PlacementRulesTests : IDisposable
{
    private const string Reel = "size=540x960:rate=24:duration=5";

    private const string Feed = "size=144x180:rate=30:duration=2";

    private const string Picture = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 60 -sc_threshold 0";

    private readonly TinyVideo _videos = new();

    private readonly VideoProbe _probe = new(new FfprobeRunner());

    public void Dispose() => _videos.Dispose();

    [Theory]
    [InlineData("tiktok.feed", Reel)]
    [InlineData("meta.reels", "size=504x896:rate=24:duration=1")]
    [InlineData("meta.feed", Feed)]
    [InlineData("shopify.product", "size=160x120:rate=30:duration=1")]
    public async Task A_good_file_keeps_every_rule(string placement, string source)
    {
        var judgement = await JudgeAsync(placement, await _videos.MakeAsync("good.mp4", source));

        Assert.Empty(judgement.Broken);
        Assert.True(judgement.Checked.Count >= 18);
    }

    [Theory]
    [InlineData("ratio", "tiktok.feed", "size=648x810:rate=24:duration=5")]
    [InlineData("minimumSize", "tiktok.feed", "size=360x640:rate=30:duration=5")]
    [InlineData("durationMinimum", "tiktok.feed", "size=540x960:rate=24:duration=4.9")]
    [InlineData("durationMaximum", "meta.feed", "size=144x180:rate=24:duration=60.2")]
    [InlineData("frameRate", "meta.feed", "size=144x180:rate=15:duration=2")]
    public async Task A_frame_or_length_out_of_bounds_is_told(string rule, string placement, string source) =>
        Assert.Equal([rule], await BrokenAsync(placement, await _videos.MakeAsync("bad.mp4", source)));

    [Theory]
    [InlineData("codec", $"-c:v mpeg4 -q:v 3 -g 60 COLOURS")]
    [InlineData("pixelFormat", "-c:v libx264 -preset ultrafast -pix_fmt yuv444p -g 60 COLOURS")]
    [InlineData("colour", Picture)]
    [InlineData("progressive", Picture + " -flags +ildct+ilme -x264-params interlaced=1 COLOURS")]
    [InlineData(
        "closedGop",
        "-c:v libx264 -preset fast -pix_fmt yuv420p -x264-params open-gop=1:scenecut=0:b-adapt=0:keyint=30 COLOURS"
    )]
    [InlineData("gopLength", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 300 -sc_threshold 0 COLOURS")]
    [InlineData("squarePixels", Picture + " -aspect 9:16 COLOURS")]
    [InlineData("pictureStreams", Picture + " COLOURS -map 0:v -map 0:v -map 1:a")]
    public async Task A_picture_coded_otherwise_is_told(string rule, string options)
    {
        var coded = options.Replace("COLOURS", TinyVideo.Colours, StringComparison.Ordinal);

        var file = await _videos.MakeAsync("bad.mp4", "size=144x180:rate=30:duration=6", coded);

        Assert.Equal([rule], await BrokenAsync("meta.feed", file));
    }

    [Fact]
    public async Task A_rate_below_the_channels_is_told()
    {
        var starved = $"-c:v libx264 -preset fast -crf 50 -pix_fmt yuv420p -g 60 {TinyVideo.Colours}";

        var broken = (await JudgeAsync("tiktok.feed", await _videos.MakeAsync("bad.mp4", Reel, starved))).Broken;

        var rule = Assert.Single(broken);
        Assert.Equal(("bitrate", 516_000L, Confidence.Official), (rule.Rule, rule.Limit, rule.Confidence));
        Assert.InRange((long)rule.Value, 1, 515_999);
    }

    [Theory]
    [InlineData("sound", "-an")]
    [InlineData("soundRate", "-c:a aac -ar 44100 -ac 2 -shortest")]
    [InlineData("soundChannels", "-c:a aac -ar 48000 -ac 1 -shortest")]
    [InlineData("soundCodec", "-c:a libmp3lame -ar 48000 -ac 2 -shortest")]
    public async Task Sound_that_is_missing_or_coded_otherwise_is_told(string rule, string sound) =>
        Assert.Equal([rule], await BrokenAsync("meta.feed", await _videos.MakeAsync("bad.mp4", Feed, sound: sound)));

    [Theory]
    [InlineData("fastStart", "bad.mp4", "-f mp4")]
    [InlineData("container", "bad.webm", "-f matroska")]
    public async Task A_file_packed_otherwise_is_told(string rule, string name, string packing) =>
        Assert.Contains(rule, await BrokenAsync("meta.feed", await _videos.MakeAsync(name, Feed, file: packing)));

    [Fact]
    public async Task An_uneven_pace_is_told()
    {
        var uneven = await _videos.MakeAsync(
            "bad.mp4",
            Feed,
            $"{TinyVideo.Picture} -vsync vfr",
            filter: @"select=not(eq(mod(n\,7)\,3))"
        );

        Assert.Equal(["constantFrameRate"], await BrokenAsync("meta.feed", uneven));
    }

    [Theory]
    [InlineData("rotation", "-metadata:s:v:0 rotate=180", "")]
    [InlineData("editList", "", "-itsoffset 1")]
    public async Task A_file_that_leaves_work_to_the_player_is_told(string rule, string output, string input)
    {
        await _videos.MakeAsync("good.mp4", Feed);
        var copy = new FfmpegCommand()
            .File(_videos["good.mp4"], input.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .With("-c", "copy", "-movflags", "+faststart")
            .With(output.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Output(_videos["bad.mp4"]);
        await TinyVideo.Ffmpeg.RunAsync(copy, TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal([rule], await BrokenAsync("meta.feed", _videos["bad.mp4"]));
    }

    [Fact]
    public async Task A_stream_that_is_neither_picture_nor_sound_is_told()
    {
        var file = await _videos.MakeAsync("good.mp4", Feed);
        await File.WriteAllTextAsync(_videos["words.srt"], "1\n00:00:00,000 --> 00:00:01,000\nhello\n");
        var copy = new FfmpegCommand()
            .File(file)
            .File(_videos["words.srt"])
            .With("-c:v", "copy", "-c:a", "copy", "-c:s", "mov_text", "-movflags", "+faststart")
            .Output(_videos["bad.mp4"]);
        await TinyVideo.Ffmpeg.RunAsync(copy, TimeSpan.FromMinutes(1), CancellationToken.None);

        Assert.Equal(["otherStreams"], await BrokenAsync("meta.feed", _videos["bad.mp4"]));
    }

    [Fact]
    public async Task A_file_over_the_channels_size_is_told()
    {
        var placement = Placements.Get("meta.feed");
        var small = placement with { MaximumBytes = placement.MaximumBytes with { Value = 10_000 } };

        var facts = await ReadAsync(await _videos.MakeAsync("bad.mp4", Feed));

        Assert.Equal(["bytes"], PlacementRules.Judge(facts, small).Broken.Select(static rule => rule.Rule));
    }

    [Fact]
    public async Task Odd_sides_are_told()
    {
        var facts = await ReadAsync(await _videos.MakeAsync("good.mp4", Feed));
        var odd = facts with { Picture = facts.Picture with { Size = new(145, 181) } };

        var broken = PlacementRules.Judge(odd, Placements.Get("meta.feed")).Broken;

        Assert.Equal(["evenSize"], broken.Select(static rule => rule.Rule));
    }

    private async Task<VideoFacts> ReadAsync(string file) =>
        Assert.IsType<VideoReading.Read>(await _probe.ReadAsync(file, CancellationToken.None)).Facts;

    private async Task<Judgement> JudgeAsync(string placement, string file) =>
        PlacementRules.Judge(await ReadAsync(file), Placements.Get(placement));

    private async Task<string[]> BrokenAsync(string placement, string file) =>
        [.. (await JudgeAsync(placement, file)).Broken.Select(static rule => rule.Rule)];
}
