using CommerceVideo.Channels;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Platform;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.Finishing.Words;

/// <summary>
/// One still of what a kit makes of a photo on a placement. It is a frame of a film that stands still, planned, measured and
/// written on as every other, so that it cannot promise what films do not keep.
/// </summary>
internal sealed class StillPreviews(PicturePreparation pictures, FfmpegRunner ffmpeg, VideoProbe probe)
{
    /// <summary>A screen shows it small beside a form.</summary>
    private const double Scale = 0.5;

    private const long MostBytes = 20L * 1024 * 1024;

    private const double Seconds = 12;

    private const int Fps = 24;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <returns>JPEG, or why there is none.</returns>
    public async Task<StillPreview> MakeAsync(
        PhotoFile photo,
        string? subject,
        Placement placement,
        FilmWords? words,
        GroundFill? ground,
        PreviewMoment moment,
        ScratchFolder folder,
        CancellationToken ct
    )
    {
        var small = placement.AtScale(Scale);
        var ratio = placement.Ratios[0];
        if (
            await pictures.PrepareAsync(photo, subject, ratio, new PictureNeeds(MostBytes), ct)
            is not PictureOutcome.Prepared { Picture: var picture }
        )
        {
            return new StillPreview(null, ["The photo cannot be read."]);
        }

        var (still, clip) = (folder.File("still.jpg"), folder.File("still.mp4"));
        await File.WriteAllBytesAsync(still, picture.Jpeg, ct);
        var size = Fitting(picture, small.ShapeFor(ratio.Value).Aim);
        await ffmpeg.RunAsync(Standing(still, size, clip), Limit, ct);
        var footage = new Footage(
            [new Clip(clip, size.Width, size.Height, Fps, Seconds, Focus: null, [])],
            [new Film(ratio, [0])]
        );
        var (takes, _) = await TakeReading.ReadAsync(probe, footage, colours: null, ct);
        var plan = FinishingPlanner.Plan(
            takes,
            footage.Films,
            [small],
            PosterChoice.FirstFrame,
            written: words is not null
        ) with
        {
            Ground = ground,
        };
        plan = words is null ? plan : await new WordsOnFilm(ffmpeg).WriteAsync(plan, words, folder.Path, ct);
        var shown = folder.File("shown.jpg");
        await ffmpeg.RunAsync(FinishingCommand.Still(plan, At(moment, plan.Seconds), shown), Limit, ct);
        return new StillPreview(await File.ReadAllBytesAsync(shown, ct), plan.Warnings);
    }

    internal static FfmpegCommand Standing(string still, FrameSize size, string clip) =>
        new FfmpegCommand()
            .File(still, "-loop", "1", "-framerate", $"{Fps}")
            .With("-vf", $"scale={size}:flags=area:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1")
            .With("-t", $"{Seconds:0}", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "12", "-threads", "1")
            .With("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")
            .Output(clip, "-f", "mp4");

    private static FrameSize Fitting(PreparedPicture picture, FrameSize aim)
    {
        var shrink = Math.Min(1, Math.Max((double)aim.Width / picture.Width, (double)aim.Height / picture.Height));
        return new FrameSize(Even(picture.Width * shrink), Even(picture.Height * shrink));
    }

    private static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);

    private static double At(PreviewMoment moment, double seconds) =>
        moment switch
        {
            PreviewMoment.Hook => 1,
            PreviewMoment.Caption => Math.Min(3.5, seconds / 2),
            _ => seconds - 0.5,
        };
}

/// <summary>When in a film.</summary>
internal enum PreviewMoment
{
    Hook,
    Caption,
    Card,
}

/// <param name="Jpeg">Null where there is none.</param>
/// <param name="Warnings">What could not be written, a sentence each.</param>
internal sealed record StillPreview(byte[]? Jpeg, IReadOnlyList<string> Warnings);
