using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality;
using CommerceVideo.Quality.Checks;
using CommerceVideo.Tests.Media.Video;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Quality;

/// <summary>The picture that one Shot hands to the next, out of films with and without a look.</summary>
public sealed class EndColoursTests : IDisposable
{
    private const string PushIn =
        "scale=720:960,zoompan=z='1+0.12*on/36':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=36:s=360x480:fps=24";

    private readonly TinyVideo _videos = new();

    private readonly DrawnPhotos _photos = new();

    public void Dispose()
    {
        _videos.Dispose();
        _photos.Dispose();
    }

    [Fact]
    public async Task A_look_is_taken_from_the_last_picture_so_that_the_next_model_does_not_add_to_it()
    {
        var photo = await _photos.DrawAsync(720, 960);
        await FilmAsync(photo, "plain.mp4", "null");
        await FilmAsync(photo, "looked.mp4", "colorchannelmixer=rr=1.06:bb=0.92,eq=contrast=0.94:saturation=0.9");

        var colours = await OfAsync(photo, "looked.mp4");
        var (truth, raw, handed) = (
            await LastAsync("plain.mp4", null),
            await LastAsync("looked.mp4", null),
            await LastAsync("looked.mp4", colours)
        );

        var (before, after) = (JoinCheck.Of(truth, raw), JoinCheck.Of(truth, handed));
        Assert.True(before.Cast > 3, $"{before}");
        Assert.True(after.Cast < before.Cast / 3, $"{before} then {after}");
    }

    [Fact]
    public async Task A_clip_that_shows_something_else_at_its_end_tells_nothing()
    {
        var photo = await _photos.DrawAsync(720, 960);
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .Generated("mandelbrot=size=360x480:rate=24")
                .With("-frames:v", "36", "-c:v", "libx264", "-pix_fmt", "yuv420p")
                .Output(_videos["other.mp4"]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );

        Assert.Null(await OfAsync(photo, "other.mp4"));
    }

    private async Task<ColourTransform?> OfAsync(string photo, string clip)
    {
        var study = Assert.IsType<StudyOutcome.Studied>(
            await new PhotoStudies(new PhotoReader(TinyVideo.Ffmpeg)).StudyAsync(photo, CancellationToken.None)
        );
        return await new EndColours(TinyVideo.Ffmpeg, new VideoProbe(new FfprobeRunner())).OfAsync(
            study.Study,
            _videos[clip],
            CancellationToken.None
        );
    }

    private async Task<Photo> LastAsync(string clip, ColourTransform? colours)
    {
        var png = _videos[$"{clip}-{colours is null}.png"];
        await new FrameGrabs(TinyVideo.Ffmpeg).LastAsync(_videos[clip], png, CancellationToken.None, colours);
        return Assert
            .IsType<PhotoReading.Accepted>(
                await new PhotoReader(TinyVideo.Ffmpeg).ReadAsync(png, CancellationToken.None)
            )
            .Photo;
    }

    private Task FilmAsync(string photo, string clip, string look) =>
        TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(photo)
                .With("-vf", $"format=rgb24,{look},{PushIn},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p")
                .With("-c:v", "libx264", "-crf", "18", "-colorspace", "bt709")
                .Output(_videos[clip]),
            TimeSpan.FromMinutes(1),
            CancellationToken.None
        );
}
