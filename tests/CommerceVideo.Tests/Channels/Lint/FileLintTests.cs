using CommerceVideo.Channels;
using CommerceVideo.Channels.Lint;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Channels.Lint;

/// <summary>Whatever file is given, it is judged or it is told why not.</summary>
public sealed class FileLintTests : IDisposable
{
    private const string Feed = "size=144x180:rate=30:duration=3";

    private readonly TinyVideo _files = new();

    private readonly FileLint _lint = new(new VideoProbe(new FfprobeRunner()), new FilmLook(TinyVideo.Ffmpeg));

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("page.mp4", "<html>404</html>", "not_a_video")]
    [InlineData("notes.txt", "buy milk, then eggs, and call the printer about the labels\n", "not_a_video")]
    [InlineData("words.srt", "1\n00:00:00,000 --> 00:00:01,000\nhello\n", "not_a_video")]
    [InlineData("empty.mp4", "", "empty")]
    public async Task Text_is_no_video(string name, string text, string code)
    {
        await File.WriteAllTextAsync(_files[name], text);

        Assert.Equal(code, await CodeAsync(name));
    }

    [Theory]
    [InlineData("still.jpg")]
    [InlineData("still.png")]
    [InlineData("still.webp")]
    [InlineData("still.gif")]
    public async Task A_picture_is_no_video(string name)
    {
        await RunAsync(
            new FfmpegCommand().Generated("testsrc2=size=96x96").With("-frames:v", "1").Output(_files[name])
        );

        Assert.Equal("not_a_video", await CodeAsync(name));
    }

    [Fact]
    public async Task Sound_alone_is_no_video()
    {
        await RunAsync(new FfmpegCommand().Generated("sine=duration=1").With("-c:a", "aac").Output(_files["a.mp4"]));

        Assert.Equal("not_a_video", await CodeAsync("a.mp4"));
    }

    [Theory]
    [InlineData("-movflags +faststart")]
    [InlineData("-f mp4")]
    public async Task A_file_that_was_cut_off_is_told_as_such(string packing)
    {
        await CutAsync(await _files.MakeAsync("cut.mp4", Feed, file: packing), 0.6);

        Assert.Equal("incomplete", await CodeAsync("cut.mp4"));
    }

    [Fact]
    public async Task A_file_with_rubble_inside_is_damaged()
    {
        var file = await _files.MakeAsync("rubble.mp4", Feed);
        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = stream.Length / 2;
            await stream.WriteAsync(Enumerable.Repeat((byte)0xFF, 8000).ToArray());
        }

        Assert.Equal("damaged", await CodeAsync("rubble.mp4"));
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_folder_are_told()
    {
        Assert.Equal("not_found", await CodeAsync("gone.mp4"));
        Assert.Equal("not_found", await CodeAsync("."));
    }

    [Fact]
    public async Task A_film_in_ten_bits_and_high_dynamic_range_breaks_these_rules_and_no_others()
    {
        await _files.MakeAsync(
            "hdr.mp4",
            Feed,
            "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -tag:v hvc1 -x265-params "
                + "log-level=error:open-gop=0:keyint=60:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:range=limited"
        );

        var judged = Assert.IsType<LintOutcome.Judged>(await JudgeAsync("hdr.mp4"));

        Assert.Equal(["pixelFormat", "colour"], judged.Judgement.Broken.Select(static rule => rule.Rule));
    }

    [Fact]
    public async Task A_film_a_phone_held_sideways_is_judged_by_what_is_shown()
    {
        await _files.MakeAsync("lying.mp4", "size=180x144:rate=30:duration=3");
        await RunAsync(
            new FfmpegCommand()
                .File(_files["lying.mp4"])
                .With("-c", "copy", "-metadata:s:v:0", "rotate=90", "-movflags", "+faststart")
                .Output(_files["turned.mp4"])
        );

        var judged = Assert.IsType<LintOutcome.Judged>(await JudgeAsync("turned.mp4"));

        Assert.Equal(["rotation"], judged.Judgement.Broken.Select(static rule => rule.Rule));
    }

    [Theory]
    [InlineData("good.jpg", "144x180", "")]
    [InlineData("good.png", "144x180", "posterFormat")]
    [InlineData("square.jpg", "144x144", "posterRatio")]
    [InlineData("small.jpg", "72x90", "posterWidth")]
    public async Task The_poster_is_judged_beside_its_film(string name, string size, string broken)
    {
        await _files.MakeAsync("film.mp4", Feed);
        await RunAsync(
            new FfmpegCommand().Generated($"testsrc2=size={size}").With("-frames:v", "1").Output(_files[name])
        );

        var judged = Assert.IsType<LintOutcome.Judged>(await JudgeAsync("film.mp4", _files[name]));

        Assert.Equal(broken, string.Join(", ", judged.Judgement.Broken.Select(static rule => rule.Rule)));
    }

    [Fact]
    public async Task A_poster_of_too_many_bytes_is_told()
    {
        await _files.MakeAsync("film.mp4", Feed);
        await RunAsync(
            new FfmpegCommand().Generated("testsrc2=size=144x180").With("-frames:v", "1").Output(_files["fat.jpg"])
        );
        await using (var stream = File.OpenWrite(_files["fat.jpg"]))
        {
            stream.SetLength(8_000_001);
        }

        var judged = Assert.IsType<LintOutcome.Judged>(await JudgeAsync("film.mp4", _files["fat.jpg"]));

        Assert.Equal("posterBytes", Assert.Single(judged.Judgement.Broken).Rule);
    }

    private Task<LintOutcome> JudgeAsync(string name, string? poster = null) =>
        _lint.JudgeAsync(_files[name], poster, Placements.Get("meta.feed"), CancellationToken.None);

    private async Task<string> CodeAsync(string name) =>
        Assert.IsType<LintOutcome.Unreadable>(await JudgeAsync(name)).Code;

    private static async Task CutAsync(string file, double share)
    {
        await using var stream = File.OpenWrite(file);
        stream.SetLength((long)(stream.Length * share));
    }

    private static Task RunAsync(FfmpegCommand command) =>
        TinyVideo.Ffmpeg.RunAsync(command, TimeSpan.FromMinutes(1), CancellationToken.None);
}
