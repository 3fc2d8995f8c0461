using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Bench.Studio;

/// <summary>What a push-in of six seconds costs beside encoding the same frames, and how steady it is.</summary>
public static class StudioFigures
{
    private const int Pairs = 5;
    private const int ScalarPairs = 5;

    private static readonly ClipEncoding VeryFast = new("veryfast", 20);
    private static readonly ClipEncoding Medium = new("medium", 20);

    public static async Task<IReadOnlyList<Figure>> RunAsync(CancellationToken ct)
    {
        using var ground = new PushInGround();
        var cloth = TestPicture.Cloth();
        await ground.PrepareAsync(cloth, ct);
        var figures = new List<Figure>
        {
            await CostAsync("studio.pushin.cpu", ground, cloth, VeryFast, null, Pairs, 1.2, ct),
            await CostAsync("studio.pushin.cpu.medium", ground, cloth, Medium, null, Pairs, 1.05, ct),
            await CostAsync("studio.pushin.scalar.cpu", ground, cloth, VeryFast, false, ScalarPairs, null, ct),
            await ZoompanCostAsync(ground, ct),
        };
        figures.AddRange(await SteadinessFigures.RunAsync(ground, ct));
        return figures;
    }

    internal static Shot PushIn { get; } =
        new("bench", ShotStart.Picture, ShotMove.PushIn, 6, new AspectRatio(9, 16), false, "Come closer.");

    private static async Task<Figure> CostAsync(
        string name,
        PushInGround ground,
        PhotoStudy picture,
        ClipEncoding encoding,
        bool? vector,
        int pairs,
        double? limit,
        CancellationToken ct
    )
    {
        var renderer = new StudioRenderer(ground.Ffmpeg);
        Task RenderAsync() =>
            renderer.WriteAsync(Take.Of(picture, PushIn, 1, vector).Frames, encoding, ground.Scratch, null, ct);
        var runs = await PairsAsync(pairs, RenderAsync, () => ground.EncodeAsync(encoding, ct));
        return new Figure(name, Figure.Median(runs), "ratio", "encode-only", runs, limit is null ? null : "<=", limit);
    }

    private static async Task<Figure> ZoompanCostAsync(PushInGround ground, CancellationToken ct)
    {
        var runs = await PairsAsync(
            Pairs,
            () => ground.ZoompanAsync(VeryFast, ground.ClothFile, ct),
            () => ground.EncodeAsync(VeryFast, ct)
        );
        return new Figure("studio.zoompan.cpu", Figure.Median(runs), "ratio", "encode-only", runs);
    }

    /// <summary>Interleaved, and turn about who goes first, so that a busy neighbour strikes both.</summary>
    private static async Task<IReadOnlyList<double>> PairsAsync(int pairs, Func<Task> work, Func<Task> limit)
    {
        await work();
        var ratios = new List<double>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var first = await ProcessorTime.OfAsync(pair % 2 == 0 ? work : limit);
            var second = await ProcessorTime.OfAsync(pair % 2 == 0 ? limit : work);
            ratios.Add(pair % 2 == 0 ? first / second : second / first);
        }

        return ratios;
    }
}
