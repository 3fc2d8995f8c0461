using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Tests.Media.Video;

public sealed class VideoProbeTests : IDisposable
{
    private const string Tiny = "size=180x320:rate=30:duration=3";

    private readonly TinyVideo _videos = new();

    private readonly VideoProbe _probe = new(new FfprobeRunner());

    public void Dispose() => _videos.Dispose();

    [Fact]
    public async Task A_file_is_read_as_it_was_made()
    {
        var facts = await ReadAsync(await _videos.MakeAsync("a.mp4", Tiny));

        Assert.Equal(
            new ContainerFacts(
                "mp4",
                FastStart: true,
                PictureStreams: 1,
                SoundStreams: 1,
                OtherStreams: 0,
                EmptyEdit: false
            ),
            facts.Container
        );
        Assert.Equal(("h264", "yuv420p"), (facts.Picture.Codec, facts.Picture.PixelFormat));
        Assert.Equal(new FrameSize(180, 320), facts.Picture.Shown);
        Assert.Equal(ColourTags.Bt709, facts.Picture.Colour);
        Assert.True(facts.Picture is { SquarePixels: true, Rotation: 0, Progressive: true });
        Assert.Equal(
            (30, true, 90, 3),
            (facts.Timing.Fps, facts.Timing.Constant, facts.Timing.Frames, facts.Timing.Seconds)
        );
        Assert.Equal((true, 2), (facts.Timing.ClosedGops, facts.Timing.LongestGopSeconds));
        Assert.Equal(("aac", 48_000, 2), (facts.Sound!.Codec, facts.Sound.SampleRate, facts.Sound.Channels));
        Assert.Equal(new FileInfo(_videos["a.mp4"]).Length, facts.Bytes);
    }

    [Fact]
    public async Task The_rate_is_that_of_the_pictures_alone()
    {
        var facts = await ReadAsync(await _videos.MakeAsync("a.mp4", Tiny));

        Assert.InRange(facts.Timing.Bitrate, 1, facts.Bytes * 8 / 3);
        Assert.InRange(facts.Timing.Bitrate, facts.Bytes * 8 / 3 * 0.8, double.MaxValue);
    }

    [Fact]
    public async Task An_index_at_the_end_is_seen() =>
        Assert.False((await ReadAsync(await _videos.MakeAsync("a.mp4", Tiny, file: "-f mp4"))).Container.FastStart);

    [Fact]
    public async Task Groups_that_lean_on_the_one_before_are_seen()
    {
        var open =
            $"-c:v libx264 -preset fast -pix_fmt yuv420p -bf 3 -g 30 -x264-params open-gop=1:scenecut=0:b-adapt=0 {TinyVideo.Colours}";

        var facts = await ReadAsync(await _videos.MakeAsync("a.mp4", Tiny, open));

        Assert.False(facts.Timing.ClosedGops);
    }

    [Fact]
    public async Task An_uneven_pace_is_seen()
    {
        var facts = await ReadAsync(
            await _videos.MakeAsync(
                "a.mp4",
                Tiny,
                $"{TinyVideo.Picture} -vsync vfr",
                filter: @"select=not(eq(mod(n\,7)\,3))"
            )
        );

        Assert.False(facts.Timing.Constant);
    }

    [Fact]
    public async Task A_turned_picture_is_shown_upright()
    {
        await _videos.MakeAsync("a.mp4", Tiny);
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(_videos["a.mp4"])
                .With("-c", "copy", "-metadata:s:v:0", "rotate=90")
                .Output(_videos["turned.mp4"]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );

        var facts = await ReadAsync(_videos["turned.mp4"]);

        Assert.NotEqual(0, facts.Picture.Rotation);
        Assert.Equal(new FrameSize(320, 180), facts.Picture.Shown);
    }

    [Fact]
    public async Task A_file_that_starts_late_is_seen()
    {
        await _videos.MakeAsync("a.mp4", Tiny);
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(_videos["a.mp4"], "-itsoffset", "1")
                .With("-c", "copy")
                .Output(_videos["late.mp4"]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );

        Assert.True((await ReadAsync(_videos["late.mp4"])).Container.EmptyEdit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>no video</html>")]
    public async Task What_is_no_video_is_told_so(string content)
    {
        await File.WriteAllTextAsync(_videos["no.mp4"], content);

        Assert.IsType<VideoReading.Unreadable>(await _probe.ReadAsync(_videos["no.mp4"], CancellationToken.None));
    }

    private async Task<VideoFacts> ReadAsync(string file) =>
        Assert.IsType<VideoReading.Read>(await _probe.ReadAsync(file, CancellationToken.None)).Facts;
}
