using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Rendering;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Rendering;

public sealed class PhotoRenderTests : IDisposable
{
    private readonly TinyVideo _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_photo_becomes_a_page_video_that_keeps_its_rules()
    {
        var report = await RenderAsync(await PhotoAsync("tee.png"), "--purposes", "page", "--scale", "0.5");

        var file = Assert.Single(report.Files);
        Assert.Equal(0, report.ExitCode());
        Assert.Equal(("page", "shopify.product", true), (file.Purpose, file.Placement, file.LintOk));
        Assert.Equal("tee-page-shopify.product.mp4", Path.GetFileName(file.Path));
        Assert.InRange((double)file.Width / file.Height, 0.7425, 0.7575);
        Assert.True(File.Exists(file.Path) && File.Exists(file.Poster));
    }

    [Fact]
    public async Task Nothing_is_left_behind_but_the_files_told()
    {
        var report = await RenderAsync(await PhotoAsync("tee.png"), "--purposes", "page", "--scale", "0.5");

        Assert.Equal(
            report.Files.SelectMany(static file => new[] { file.Path, file.Poster }).Order(),
            Directory.GetFiles(_files["out"]).Order()
        );
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_for_good()
    {
        await File.WriteAllTextAsync(_files["page.jpg"], "<html>404</html>");

        var report = await RenderAsync(_files["page.jpg"]);

        Assert.Equal(5, report.ExitCode());
        Assert.Equal("not_an_image", report.Refused!.Code);
        Assert.Empty(report.Files);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        var report = await RenderAsync(_files["gone.jpg"]);

        Assert.Equal((5, "not_found"), (report.ExitCode(), report.Refused!.Code));
    }

    [Fact]
    public async Task A_use_that_this_photo_cannot_be_shown_in_is_told_with_its_reason()
    {
        var report = await RenderAsync(await PhotoAsync("tee.png"), "--purposes", "lifestyle");

        Assert.Equal(4, report.ExitCode());
        Assert.Equal(("lifestyle", "no_person"), (Assert.Single(report.NotMade).Purpose, report.NotMade[0].Code));
    }

    private Task<RenderReport> RenderAsync(string photo, params string[] more)
    {
        var (options, wrong) = RenderOptions.Parse(["--photo", photo, "--out", _files["out"], .. more]);
        Assert.Null(wrong);
        return new PhotoRender(TinyVideo.Ffmpeg, TimeProvider.System, static _ => { }).RunAsync(options!, default);
    }

    /// <summary>A patterned box on a plain ground, 3:4.</summary>
    private async Task<string> PhotoAsync(string name)
    {
        var command = new FfmpegCommand()
            .Generated("color=0xE8E6E2:size=600x800")
            .Generated("testsrc2=size=300x400")
            .With("-filter_complex", "overlay=150:200", "-frames:v", "1", "-pix_fmt", "rgb24")
            .Output(_files[name]);
        await TinyVideo.Ffmpeg.RunAsync(command, TimeSpan.FromMinutes(1), CancellationToken.None);
        return _files[name];
    }
}
