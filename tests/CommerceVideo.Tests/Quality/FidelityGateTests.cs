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
    private readonly GateFilms _films = new();

    public static QualityOptions Shipped { get; } =
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .Build()
            .GetSection(QualityOptions.Section)
            .Get<QualityOptions>()!;

    public Task InitializeAsync() => _films.DrawAsync(GateFilms.Patterned);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _films.Dispose();

    [Fact]
    public async Task An_honest_push_in_passes_every_check()
    {
        var judgement = await JudgeAsync(GateFilms.PushIn);

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
    [InlineData("vignette=PI/3.4", "vignette")]
    [InlineData("lutyuv=y=floor(val/16)*16", "banding")]
    [InlineData("eq=brightness='0.03*mod(n,2)':eval=frame", "flicker")]
    [InlineData("eq=brightness='-0.5*lt(mod(n,6),3)':eval=frame", "flashes")]
    [InlineData("eq=brightness='-1*lt(n,5)':eval=frame", "black")]
    [InlineData("loop=loop=24:size=1:start=25", "freeze")]
    [InlineData("crop=iw*0.55:ih:0:0,scale=360:480", "whole-product")]
    public async Task What_is_wrong_is_named_by_its_own_check(string filter, string check)
    {
        var judgement = await JudgeAsync($"{GateFilms.PushIn},{filter}");

        Assert.Contains(check, judgement.Against.Select(static finding => finding.Check));
    }

    [Theory]
    [InlineData(360, 450)]
    [InlineData(86, 108)]
    public async Task A_film_of_a_plain_rectangle_is_never_rejected(int width, int height)
    {
        await _films.DrawAsync(GateFilms.Rectangle);

        var judgement = await JudgeAsync($"{GateFilms.PushIn},eq=contrast=1.04,scale={width}:{height}");

        Assert.DoesNotContain(FindingOutcome.Reject, judgement.Findings.Select(static finding => finding.Outcome));
    }

    [Fact]
    public async Task A_clip_too_small_to_be_compared_says_so_and_goes_to_a_person()
    {
        var judgement = await JudgeAsync($"{GateFilms.PushIn},scale=86:114");

        Assert.Equal(Verdict.Review, judgement.Verdict);
        Assert.Equal(["frame-size"], judgement.Against.Select(static finding => finding.Check));
        Assert.Equal(Measured.TooSmall, judgement.Findings.Single(static one => one.Check == "parts").Why);
    }

    [Fact]
    public async Task A_cut_out_product_is_found_on_whatever_ground_the_film_gave_it()
    {
        await _films.DrawAsync(GateFilms.CutOut);

        var judgement = await JudgeAsync($"{GateFilms.OnDark},{GateFilms.PushIn}");

        Assert.Empty(judgement.Against.Select(static finding => $"{finding.Check} {finding.Value}"));
        Assert.Equal(
            FindingOutcome.Pass,
            judgement.Findings.Single(static one => one.Check == "product-colour").Outcome
        );
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
        await File.WriteAllTextAsync(_films.Files["clip.mp4"], "<html>404</html>");

        var (judgement, unreadable) = await Gate()
            .JudgeAsync(await _films.StudyAsync(), _films.Files["clip.mp4"], Shipped.For(null), default);

        Assert.Null(judgement);
        Assert.NotEqual("", unreadable);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_has_corrupt_frames()
    {
        var whole = await _films.FilmAsync(GateFilms.PushIn);
        await File.WriteAllBytesAsync(_films.Files["cut.mp4"], (await File.ReadAllBytesAsync(whole))[..^4000]);

        var (judgement, _) = await Gate()
            .JudgeAsync(await _films.StudyAsync(), _films.Files["cut.mp4"], Shipped.For(null), default);

        Assert.Contains("corrupt-frames", judgement!.Against.Select(static finding => finding.Check));
    }

    private static FidelityGate Gate() => new(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner()));

    private async Task<Judgement> JudgeAsync(string filter)
    {
        var (judgement, unreadable) = await Gate()
            .JudgeAsync(await _films.StudyAsync(), await _films.FilmAsync(filter), Shipped.For(null), default);
        Assert.Null(unreadable);
        return judgement!;
    }
}
