using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Tests.Media.Video;

namespace CommerceVideo.Tests.Quality;

/// <summary>A drawn photo of a product, and films of it: right ones, and ones that a filter made wrong.</summary>
internal sealed class GateFilms : IDisposable
{
    public const string PushIn = "zoompan=z='1+0.1*on/60':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=60:s=360x480:fps=30";

    /// <summary>A patterned thing with corners, in the middle of an even ground.</summary>
    public const string Patterned = "[1]hue=h=20[thing];[0][thing]overlay=210:270,format=rgb24";

    /// <summary>Nothing to tell its parts by.</summary>
    public const string Rectangle = "[1]drawbox=c=0x464646:t=fill[thing];[0][thing]overlay=210:270,format=rgb24";

    /// <summary>The patterned thing, and nothing round it.</summary>
    public const string CutOut =
        "[0]format=rgba,colorchannelmixer=aa=0[none];[1]hue=h=20,format=rgba[thing];[none][thing]overlay=210:270:format=rgb";

    /// <summary>What a film of a cut-out puts behind it.</summary>
    public const string OnDark =
        "color=0x26282e:size=720x960:rate=25:duration=0.04[ground];[ground][0]overlay=format=rgb";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public TinyVideo Files { get; } = new();

    public string Photo => Files["photo.png"];

    public Task DrawAsync(string drawing) =>
        TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .Generated("color=0xE8E6E2:size=720x960")
                .Generated("mandelbrot=size=300x420:maxiter=60:start_scale=1.2")
                .With("-filter_complex", drawing, "-frames:v", "1")
                .Output(Photo),
            Limit,
            CancellationToken.None
        );

    public async Task<PhotoStudy> StudyAsync()
    {
        var study = await new PhotoStudies(new PhotoReader(TinyVideo.Ffmpeg)).StudyAsync(Photo, default);
        return Assert.IsType<StudyOutcome.Studied>(study).Study;
    }

    public async Task<string> FilmAsync(string filter)
    {
        await TinyVideo.Ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(Photo)
                .With(
                    "-filter_complex",
                    $"{filter.Replace(PushIn, $"scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,{PushIn}")},format=yuv420p",
                    "-frames:v",
                    "75"
                )
                .With("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-movflags", "+faststart")
                .With(TinyVideo.Colours.Split(' '))
                .Output(Files["film.mp4"]),
            Limit,
            CancellationToken.None
        );
        return Files["film.mp4"];
    }

    public void Dispose() => Files.Dispose();
}
