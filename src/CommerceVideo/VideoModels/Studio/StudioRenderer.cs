using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels.Studio.Frames;

namespace CommerceVideo.VideoModels.Studio;

/// <summary>Draws a Shot from a studied picture into a file.</summary>
internal sealed class StudioRenderer(FfmpegRunner ffmpeg)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public async Task<Clip> RenderAsync(
        PhotoStudy study,
        Shot shot,
        double scale,
        string target,
        IProgress<double>? progress,
        CancellationToken ct
    )
    {
        var take = Take.Of(study, shot, scale);
        var unfinished = $"{target}.{Guid.NewGuid():n}.part";
        try
        {
            await WriteAsync(take.Frames, ClipEncoding.Intermediate, unfinished, progress, ct);
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        var shape = take.Frames.Shape;
        return new Clip(
            target,
            shape.Width,
            shape.Height,
            ClipEncoding.FramesPerSecond,
            (double)take.Frames.Count / ClipEncoding.FramesPerSecond,
            take.Focus,
            take.Warnings
        );
    }

    public Task WriteAsync(
        IFrameSource frames,
        ClipEncoding encoding,
        string target,
        IProgress<double>? progress,
        CancellationToken ct
    ) =>
        ffmpeg.WriteAsync(
            encoding.Command(frames.Shape, target),
            Limit,
            (input, token) => FramePump.RunAsync(frames, input, progress, token),
            ct
        );
}
