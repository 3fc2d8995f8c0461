using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.VideoModels.Studio;
using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Bench.Studio;

/// <summary>How steady a slow push-in is: drawn discs tracked through every frame.</summary>
internal static class SteadinessFigures
{
    private const double Allowed = 0.02;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(PushInGround ground, CancellationToken ct)
    {
        var study = TestPicture.Targets();
        var take = Take.Of(study, StudioFigures.PushIn, 1);
        var file = ground.InFolder("targets.mp4");
        await new StudioRenderer(ground.Ffmpeg).WriteAsync(take.Frames, ClipEncoding.Intermediate, file, null, ct);
        var picture = ground.InFolder("targets.png");
        await ground.WritePngAsync(study.Photo, picture, ct);

        var drawn = Drawn(take);
        var decoded = new Jitter();
        await ground.Ffmpeg.ReadAsync(
            new FfmpegCommand().File(file).StandardOutput("-f", "rawvideo", "-pix_fmt", "yuv420p"),
            Limit,
            (output, token) => ReadAsync(output, ground, Ideal, decoded, token),
            ct
        );
        var zoompan = new Jitter();
        await ground.ZoompanRawAsync(
            picture,
            (output, token) => ReadAsync(output, ground, (index, _) => ZoompanIdeal(index, ground), zoompan, token),
            ct
        );
        return
        [
            Steady("studio.pushin.jitter", drawn.OffPath(), "off the ideal path, frames as drawn"),
            Steady("studio.pushin.jitter.decoded", decoded.OffPath(), "off the ideal path, after encode and decode"),
            new Figure(
                "studio.zoompan.jitter",
                zoompan.OffTrend(),
                "px rms",
                null,
                [zoompan.OffTrend()],
                Why: "zoompan at picture size, off its own straight trend"
            ),
        ];
    }

    private static Figure Steady(string name, double value, string why) =>
        new(name, value, "px rms", null, [value], "<=", Allowed, why);

    private static Jitter Drawn(Take take)
    {
        var jitter = new Jitter();
        var frame = new byte[take.Frames.Shape.Bytes];
        for (var index = 0; index < take.Frames.Count; index++)
        {
            take.Frames.Draw(index, frame);
            jitter.Add(
                index,
                take.Frames.Shape.Luma(frame),
                take.Frames.Shape.Width,
                Ideal(index, take.Frames.Shape.Width)
            );
        }

        return jitter;
    }

    private static async Task ReadAsync(
        Stream output,
        PushInGround ground,
        Func<int, int, IReadOnlyList<(double X, double Y)>> ideal,
        Jitter jitter,
        CancellationToken ct
    )
    {
        var frame = new byte[ground.Shape.Bytes];
        for (
            var index = 0;
            index < ground.Frames && await output.ReadAtLeastAsync(frame, frame.Length, false, ct) == frame.Length;
            index++
        )
        {
            jitter.Add(index, ground.Shape.Luma(frame), ground.Shape.Width, ideal(index, ground.Shape.Width));
        }
    }

    private static IReadOnlyList<(double X, double Y)> Ideal(int index, int width)
    {
        var study = TestPicture.Facts;
        var plan = FramingPlanner.Plan(study, StudioFigures.PushIn.Move);
        var frames = (int)(StudioFigures.PushIn.Seconds * ClipEncoding.FramesPerSecond);
        return Seen(new CameraPath(plan.From, plan.To, Loop: false).At(index, frames), width);
    }

    private static IReadOnlyList<(double X, double Y)> ZoompanIdeal(int index, PushInGround ground)
    {
        var zoom = 1 + (0.1 * index / (ground.Frames - 1));
        var view = View.Around(
            TestPicture.Width / 2.0,
            TestPicture.Height / 2.0,
            TestPicture.Width / zoom,
            TestPicture.Height / zoom
        );
        return Seen(view, ground.Shape.Width);
    }

    private static IReadOnlyList<(double X, double Y)> Seen(View view, int width)
    {
        var scale = width / view.Width;
        return [.. TestPicture.Discs.Select(disc => ((disc.X - view.X) * scale, (disc.Y - view.Y) * scale))];
    }
}
