using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality;
using CommerceVideo.Tests.Media.Video;
using Microsoft.Extensions.Configuration;

namespace CommerceVideo.Tests.Quality;

/// <summary>Films of one drawn product, right and wrong, through the whole gate with the limits that are shipped.</summary>
public sealed class FidelityGateTests : IAsyncLifetime, IDisposable
{
    private const string PushIn = "zoompan=z='1+0.1*on/60':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=60:s=360x480:fps=30";

    private readonly TinyVideo _files = new();
    private PhotoStudy _photo = null!;

    public static QualityOptions Shipped { get; } =
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .Build()
            .GetSection(QualityOptions.Section)
            .Get<QualityOptions>()!;

    public async Task InitializeAsync()
    {
        // A patterned thing with corners, in the middle of an even ground.
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .Generated("color=0xE8E6E2:size=720x960")
                .Generated("mandelbrot=size=300x420:maxiter=60:start_scale=1.2")
                .With(
                    "-filter_complex",
                    "[1]hue=h=20[thing];[0][thing]overlay=210:270",
                    "-frames:v",
                    "1",
                    "-pix_fmt",
                    "rgb24"
                )
                .Output(_files["photo.png"]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );
        var study = await new PhotoStudies(new PhotoReader(TinyVideo.Ffmpeg)).StudyAsync(_files["photo.png"], default);
        _photo = Assert.IsType<StudyOutcome.Studied>(study).Study;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task An_honest_push_in_passes_every_check()
    {
        var judgement = await JudgeAsync(PushIn);

        Assert.Empty(judgement.Against.Select(static finding => $"{finding.Check} {finding.Value}"));
        Assert.Equal(
            QualityChecks.All.Select(static check => check.Name),
            judgement.Findings.Select(static f => f.Check)
        );
    }

    [Theory]
    [InlineData("hue=h=25", "product-colour")]
    [InlineData("hue=s='1-0.25*t'", "colour-drift")]
    [InlineData("eq=brightness='0.09*sin(5*t)':eval=frame", "light-swing")]
    [InlineData("gblur=sigma=2.5", "sharpness")]
    [InlineData("drawbox=enable='gte(t,0.6)':x=10:y=10:w=70:h=90:color=0x203080:t=fill", "odd-thing")]
    [InlineData("drawbox=enable='gte(t,0.6)':x=160:y=220:w=30:h=30:color=gray:t=fill", "parts")]
    [InlineData("vignette=PI/3.4", "ground")]
    [InlineData("eq=brightness='0.03*mod(n,2)':eval=frame", "flicker")]
    [InlineData("eq=brightness='-0.5*lt(mod(n,6),3)':eval=frame", "flashes")]
    [InlineData("eq=brightness='-1*lt(n,5)':eval=frame", "black")]
    [InlineData("loop=loop=24:size=1:start=25", "freeze")]
    [InlineData("crop=iw*0.55:ih:0:0,scale=360:480", "whole-product")]
    public async Task What_is_wrong_is_named_by_its_own_check(string filter, string check)
    {
        var judgement = await JudgeAsync($"{PushIn},{filter}");

        Assert.Contains(check, judgement.Against.Select(static finding => finding.Check));
    }

    [Fact]
    public async Task A_still_is_no_film()
    {
        var judgement = await JudgeAsync("scale=360:480,loop=60:1,fps=30");

        Assert.Contains("least-motion", judgement.Against.Select(static finding => finding.Check));
    }

    [Fact]
    public async Task A_file_that_is_no_video_is_told_and_not_judged()
    {
        await File.WriteAllTextAsync(_files["clip.mp4"], "<html>404</html>");

        var (judgement, unreadable) = await Gate().JudgeAsync(_photo, _files["clip.mp4"], Shipped.For(null), default);

        Assert.Null(judgement);
        Assert.NotEqual("", unreadable);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_has_corrupt_frames()
    {
        var whole = await FilmAsync(PushIn);
        await File.WriteAllBytesAsync(_files["cut.mp4"], (await File.ReadAllBytesAsync(whole))[..^4000]);

        var (judgement, _) = await Gate().JudgeAsync(_photo, _files["cut.mp4"], Shipped.For(null), default);

        Assert.Contains("corrupt-frames", judgement!.Against.Select(static finding => finding.Check));
    }

    private static FidelityGate Gate() => new(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner()));

    private async Task<Judgement> JudgeAsync(string filter)
    {
        var (judgement, unreadable) = await Gate()
            .JudgeAsync(_photo, await FilmAsync(filter), Shipped.For(null), default);
        Assert.Null(unreadable);
        return judgement!;
    }

    private async Task<string> FilmAsync(string filter)
    {
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(_files["photo.png"])
                .With(
                    "-vf",
                    $"scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,{filter},format=yuv420p",
                    "-frames:v",
                    "75"
                )
                .With("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-movflags", "+faststart")
                .With(TinyVideo.Colours.Split(' '))
                .Output(_files["film.mp4"]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );
        return _files["film.mp4"];
    }
}
