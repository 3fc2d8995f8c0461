using CommerceVideo.Channels;
using CommerceVideo.Finishing;
using CommerceVideo.Media;

namespace CommerceVideo.Bench.Renditions;

/// <summary>
/// What finishing costs over its encoders alone: the renditions of one purpose with their posters, each Clip decoded once, against
/// each rendition encoded by itself with the same settings from raw frames in memory.
/// </summary>
internal static class RenditionFigures
{
    private const int Pairs = 5;

    private static readonly AspectRatio Upright = new(9, 16);

    private static readonly AspectRatio Feed = new(4, 5);

    /// <summary>As long as a page film is: what is paid once a file, its poster, must not weigh more than it does.</summary>
    private const double PageSeconds = 6;

    /// <summary>Shorter than a social film: the raw frames of three shapes have to fit in memory.</summary>
    private const double SocialSeconds = 4;

    private const double CpuLimit = 1.15;

    private const double MemoryLimit = 700;

    private const string Base = "encode-only, each rendition alone, same settings, raw frames in memory";

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [Figure.Missing("renditions.cpu", "ratio", "processor time of children is read the Linux way")];
        }

        using var ground = new RenditionGround();
        var page = await ground.FilmAsync("page.mp4", PageSeconds, Upright, ct);
        // As the studio films a social Brief: once for upright screens and once for the feed.
        FilmedTake[] social =
        [
            await ground.FilmAsync("social.mp4", SocialSeconds, Upright, ct),
            await ground.FilmAsync("feed.mp4", SocialSeconds, Feed, ct),
        ];
        // The page's file is the shape of its clip, so this one stands for it too.
        return
        [
            .. await PurposeAsync(ground, "renditions.page", Plan([page], Shown("shopify.product", 9, 16)), ct),
            .. await PurposeAsync(
                ground,
                "renditions.social",
                Plan(social, Placements.Get("meta.feed"), Placements.Get("meta.reels"), Placements.Get("tiktok.feed")),
                ct
            ),
            .. await PurposeAsync(
                ground,
                "renditions.three",
                Plan(social, Placements.Get("meta.feed"), Placements.Get("meta.reels"), Shown("tiktok.feed", 1, 1)),
                ct
            ),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> PurposeAsync(
        RenditionGround ground,
        string name,
        FinishingPlan plan,
        CancellationToken ct
    )
    {
        foreach (var file in plan.Renditions)
        {
            await ground.WriteFramesAsync(plan, file, ct);
        }

        var (ratios, peaks, walls) = (new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            double alone = 0;
            foreach (var file in plan.Renditions)
            {
                alone += (await FfmpegCost.OfAsync(ground.EncodeOnly(plan, file), ct)).CpuSeconds;
            }

            var whole = await FfmpegCost.OfAsync(FinishingCommand.Build(plan, ground.Folder), ct);
            ratios.Add(Math.Round(whole.CpuSeconds / alone, 3));
            peaks.Add(Math.Round(whole.PeakMiB));
            walls.Add(Math.Round(plan.Seconds / whole.WallSeconds, 3));
            await Console.Error.WriteLineAsync(
                $"{name} {pair + 1}/{Pairs}: alone {alone:0.00} s, finished {whole.CpuSeconds:0.00} s, {whole.PeakMiB:0} MiB"
            );
        }

        ground.RemoveFrames();
        var size = string.Join(" + ", plan.Renditions.Select(static file => file.Size));
        return
        [
            new Figure($"{name}.cpu", Figure.Median(ratios), "ratio", $"{Base}: {size}", ratios, "<=", CpuLimit),
            new Figure($"{name}.memory", Figure.Median(peaks), "MiB", size, peaks, "<=", MemoryLimit),
            new Figure($"{name}.speed", Figure.Median(walls), "seconds of film a second", size, walls),
        ];
    }

    /// <param name="takes">Each the only one of its film.</param>
    private static FinishingPlan Plan(FilmedTake[] takes, params Placement[] placements) =>
        FinishingPlanner.Plan(
            takes,
            [.. takes.Select(static (take, index) => new Film(Ratio(take), [index]))],
            placements,
            PosterChoice.FirstFrame
        );

    private static AspectRatio Ratio(FilmedTake take) => take.Size.Ratio < 0.7 ? Upright : Feed;

    private static Placement Shown(string id, int width, int height)
    {
        var placement = Placements.Get(id);
        var shape = placement.Shapes.Value.First(one => one.Ratio == new AspectRatio(width, height));
        return placement with { Shapes = placement.Shapes with { Value = [shape] } };
    }
}
