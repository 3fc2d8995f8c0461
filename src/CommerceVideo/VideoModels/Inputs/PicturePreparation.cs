using System.Globalization;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Frames;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.VideoModels.Inputs;

/// <summary>
/// Makes the first frame that a model is given: framed as the studio frames it (the product whole, ground made on where the
/// picture ends), because models that take their shape from the picture cut it blindly.
/// </summary>
internal sealed class PicturePreparation(PhotoStudies studies, FfmpegRunner ffmpeg)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    // Quality of JPEG as FFmpeg counts it: 2 is near lossless.
    private static readonly int[] Qualities = [2, 4, 8, 14];

    private const long MostKept = 32 * 1024 * 1024;

    private readonly PictureCache _made = new(MostKept);

    /// <param name="subject">What the merchant calls the product; helps to find it where a person wears it.</param>
    public async Task<PictureOutcome> PrepareAsync(
        PhotoFile photo,
        string? subject,
        AspectRatio ratio,
        PictureNeeds needs,
        CancellationToken ct
    )
    {
        var key = new PictureKey(photo.Hash, subject, ratio, needs);
        if (_made.Find(key) is { } known)
        {
            return new PictureOutcome.Prepared(known);
        }

        var path = await photo.PathAsync(ct);
        var outcome = photo.Framed
            ? await ScaleAsync(path, needs, ct)
            : await studies.StudyAsync(path, ct, subject) switch
            {
                StudyOutcome.Studied studied => await DrawAsync(studied.Study, ratio, needs, ct),
                StudyOutcome.Refused refused => new PictureOutcome.Refused(refused.Reason.Text),
                _ => throw new InvalidOperationException("A study is made or refused."),
            };
        if (outcome is PictureOutcome.Prepared made)
        {
            _made.Keep(key, made.Picture);
        }

        return outcome;
    }

    private async Task<PictureOutcome> ScaleAsync(string path, PictureNeeds needs, CancellationToken ct)
    {
        if (PhotoHeaders.Read(await File.ReadAllBytesAsync(path, ct)) is not { } header)
        {
            return new PictureOutcome.Refused("The frame that this shot goes on from cannot be read.");
        }

        var size = SizeOf(new FrameShape(header.Width & ~1, header.Height & ~1), needs);
        return await SmallEnoughAsync(
            needs,
            size,
            (quality, file) => ffmpeg.RunAsync(ScaleCommand(path, size, quality, file), Limit, ct),
            ct
        );
    }

    private async Task<PictureOutcome> DrawAsync(
        PhotoStudy study,
        AspectRatio ratio,
        PictureNeeds needs,
        CancellationToken ct
    )
    {
        var still = Take.Of(study, FirstFrame(ratio), scale: 1).Frames;
        var size = SizeOf(still.Shape, needs);
        return await SmallEnoughAsync(
            needs,
            size,
            (quality, file) => ffmpeg.WriteAsync(Command(still.Shape, size, quality, file), Limit, DrawTo(still), ct),
            ct
        );
    }

    private static Func<Stream, CancellationToken, Task> DrawTo(IFrameSource still) =>
        async (input, token) =>
        {
            var frame = new byte[still.Shape.Bytes];
            still.Draw(0, frame);
            await input.WriteAsync(frame, token);
        };

    private static async Task<PictureOutcome> SmallEnoughAsync(
        PictureNeeds needs,
        FrameSize size,
        Func<int, string, Task> encode,
        CancellationToken ct
    )
    {
        foreach (var quality in Qualities)
        {
            var file = Path.Combine(Path.GetTempPath(), $"commerce-video-picture-{Guid.NewGuid():n}.jpg");
            try
            {
                await encode(quality, file);
                var jpeg = await File.ReadAllBytesAsync(file, ct);
                if (jpeg.Length <= needs.MostBytes)
                {
                    return new PictureOutcome.Prepared(new PreparedPicture(jpeg, size.Width, size.Height));
                }
            }
            finally
            {
                File.Delete(file);
            }
        }

        return new PictureOutcome.Refused(
            $"The picture cannot be made smaller than the {needs.MostBytes / 1024} KB that this model takes."
        );
    }

    private static FrameSize SizeOf(FrameShape shape, PictureNeeds needs)
    {
        if (needs.Exact is { } exact)
        {
            return exact;
        }

        var up = Math.Max(1, (double)needs.ShortestSide / Math.Min(shape.Width, shape.Height));
        return new FrameSize((int)Math.Ceiling(shape.Width * up), (int)Math.Ceiling(shape.Height * up));
    }

    internal static FfmpegCommand Command(FrameShape shape, FrameSize size, int quality, string file) =>
        new FfmpegCommand()
            .StandardInput(
                "-f",
                "rawvideo",
                "-pixel_format",
                "yuv420p",
                "-video_size",
                $"{shape.Width}x{shape.Height}",
                "-color_range",
                "tv",
                "-colorspace",
                "bt709"
            )
            .With(
                "-frames:v",
                "1",
                "-vf",
                $"scale={size.Width}:{size.Height}:flags=lanczos+accurate_rnd:in_color_matrix=bt709:out_color_matrix=bt601:in_range=tv:out_range=pc,format=yuvj420p"
            )
            .With("-c:v", "mjpeg", "-q:v", quality.ToString(CultureInfo.InvariantCulture))
            .Output(file, "-f", "image2", "-update", "1");

    internal static FfmpegCommand ScaleCommand(string path, FrameSize size, int quality, string file) =>
        new FfmpegCommand()
            .File(path)
            .With(
                "-frames:v",
                "1",
                "-vf",
                $"scale={size.Width}:{size.Height}:flags=lanczos+accurate_rnd:out_color_matrix=bt601:out_range=pc,format=yuvj420p"
            )
            .With("-c:v", "mjpeg", "-q:v", quality.ToString(CultureInfo.InvariantCulture))
            .Output(file, "-f", "image2", "-update", "1");

    /// <summary>What of the photo the first frame shows, in its pixels; ground is made where that reaches outside.</summary>
    public static View ViewOf(PhotoStudy study, AspectRatio ratio) =>
        FramingPlanner.Plan(Take.Facts(study, FirstFrame(ratio)), ShotMove.PushIn).From;

    private static Shot FirstFrame(AspectRatio ratio) =>
        new("first", ShotStart.Picture, ShotMove.PushIn, 1, ratio, Loop: false, "");
}
