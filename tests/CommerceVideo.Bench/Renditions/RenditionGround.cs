using CommerceVideo.Finishing;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.Media.Video;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Bench.Renditions;

/// <summary>Studio Clips at full size and the raw frames of each of its Renditions, in memory where the machine can.</summary>
internal sealed class RenditionGround : IDisposable
{
    private const string Memory = "/dev/shm";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Fine detail and the grain of a camera, at a size that fills the frame. Its Clip holds 1.8 MB a second at 1080x1350;
    /// those of photographs of a dotted dress and a melange tee hold 1.4. More would weigh the decoder, which is paid once a
    /// shape, heavier than any real film does.
    /// </summary>
    private const string Picture = "mandelbrot=size=1400x2489:start_scale=0.1:rate=1,noise=alls=4:all_seed=3";

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"renditions-bench-{Guid.NewGuid():n}")
    );

    private readonly FfmpegRunner _ffmpeg = new();

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Films the drawn picture as the studio films a photo.</summary>
    public async Task<FilmedTake> FilmAsync(string name, double seconds, AspectRatio ratio, CancellationToken ct)
    {
        var (photo, clip) = (Path.Combine(Folder, "photo.png"), Path.Combine(Folder, name));
        await _ffmpeg.RunAsync(
            new FfmpegCommand().Generated(Picture).With("-frames:v", "1", "-pix_fmt", "rgb24").Output(photo),
            Limit,
            ct
        );
        var study = await new PhotoStudies(new PhotoReader(_ffmpeg)).StudyAsync(photo, ct);
        var shot = new Shot("open", ShotStart.Picture, ShotMove.PushIn, seconds, ratio, Loop: false, "");
        var filmed = await new StudioRenderer(_ffmpeg).RenderAsync(
            ((StudyOutcome.Studied)study).Study,
            shot,
            scale: 1,
            clip,
            progress: null,
            ct
        );
        var facts = await new VideoProbe(new FfprobeRunner()).ReadAsync(clip, ct);
        return new FilmedTake(filmed, ((VideoReading.Read)facts).Facts);
    }

    /// <summary>Writes the frames that a Rendition's encoder is fed, so that it can be run with nothing before it.</summary>
    public Task WriteFramesAsync(FinishingPlan plan, RenditionPlan file, CancellationToken ct)
    {
        var box = file.Shown[0].Box;
        return _ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(plan.Takes[file.Pieces[0].Take].Clip.File)
                .With("-vf", $"crop={box.Width}:{box.Height}:{box.X}:{box.Y}", "-f", "rawvideo")
                .Output(Frames(file)),
            Limit,
            ct
        );
    }

    /// <summary>The encoder alone: the same options, frames from memory, no sound and no poster.</summary>
    public FfmpegCommand EncodeOnly(FinishingPlan plan, RenditionPlan file) =>
        new FfmpegCommand()
            .File(
                Frames(file),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-s",
                file.Size.ToString(),
                "-r",
                $"{plan.Fps}"
            )
            .With([.. file.Profile.Picture(plan.Fps), .. EncodeProfile.File])
            .Output(Path.Combine(Folder, "alone.mp4"));

    public void RemoveFrames()
    {
        foreach (var file in _folder.EnumerateFiles("*.yuv"))
        {
            file.Delete();
        }
    }

    private string Frames(RenditionPlan file) => Path.Combine(Folder, $"{file.Name}.yuv");
}
