using CommerceVideo.Bench.Renditions;
using CommerceVideo.Bench.Studio;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality;

namespace CommerceVideo.Bench.Gate;

/// <summary>What the gate costs beside decoding the clip once: a clip as models sell them, 720 wide and five seconds long.</summary>
internal static class GateCost
{
    private const int Pairs = 5;
    private const double Most = 2.5;
    private const string Film = "zoompan=z='1+0.1*on/150':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d=150:s=720x960:fps=30";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Figure>> RunAsync(
        GatePhoto photo,
        string picture,
        string folder,
        CancellationToken ct
    )
    {
        var (ffmpeg, clip) = (new FfmpegRunner(), Path.Combine(folder, "cost.mp4"));
        await ffmpeg.RunAsync(
            new FfmpegCommand()
                .File(picture)
                .With(
                    "-vf",
                    $"scale=1440:1920:force_original_aspect_ratio=increase,crop=1440:1920,{Film},format=yuv420p"
                )
                .With("-frames:v", "150", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-threads", "1")
                .Output(clip, "-f", "mp4"),
            Limit,
            ct
        );
        var gate = new FidelityGate(ffmpeg, new VideoProbe(new FfprobeRunner()));
        var limits = GateLimits.Shipped().For(photo.Words);
        await gate.JudgeAsync(photo.Study, clip, limits, ct);
        var ratios = new List<double>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var decode = new FfmpegCommand().File(clip).With("-an", "-f", "null", "-");
            var once = (await FfmpegCost.OfAsync(decode, ct)).CpuSeconds;
            var judged = await ProcessorTime.OfAsync(() => gate.JudgeAsync(photo.Study, clip, limits, ct));
            ratios.Add(Math.Round(judged / once, 3));
        }

        return
        [
            new Figure(
                "gate.cost",
                Figure.Median(ratios),
                "ratio",
                "CPU of decoding the clip once",
                ratios,
                "<=",
                Most
            ),
            new Figure(
                "gate.extra_decodes",
                1,
                "decodes",
                "the gate judges a clip when it is collected, before finishing opens it",
                [1],
                "<=",
                0
            ),
        ];
    }
}
