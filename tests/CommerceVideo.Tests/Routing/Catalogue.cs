using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.Platform;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Register;
using CommerceVideo.VideoModels.Studio;

namespace CommerceVideo.Tests.Routing;

/// <summary>Models as the field has them (strengths, prices and dates of late 2026), all connected; a test changes what it is about.</summary>
internal static class Catalogue
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<ModelStanding> All { get; } =
    [
        On(Model("sora-2", (4, 4, 5, 3, 3), 0.10m, 4, 12, "hero") with { Dates = Dates(2025, 2026) }),
        On(Model("kling-3.0", (5, 5, 4, 4, 4), 0.112m, 3, 15, "page", "lifestyle") with { Arena = Arena(1357) }),
        On(Model("kling-3.0-turbo", (4, 4, 4, 3, 5), 0.14m, 3, 15) with { Provider = "kling" }),
        On(Model("kling-2.6", (4, 4, 3, 3, 4), 0.07m, 5, 10) with { Arena = Arena(1290) }),
        On(Model("runway-gen4.5", (3, 4, 4, 5, 4), 0.12m, 2, 10, "isolation")),
        On(Model("pika-2.2", (3, 3, 3, 2, 5), 0.09m, 5, 10, "social") with { Arena = Arena(995) }),
        On(Model("wan-2.1", (4, 3, 4, 3, 3), 0.036m, 3, 5)),
        On(Model("wan-2.7", (4, 4, 4, 3, 3), 0.15m, 2, 15) with { Arena = Arena(1427) }),
        On(Model("wan-3.0", (4, 4, 4, 3, 3), 0.20m, 2, 30)),
        On(Model("minimax-h3", (4, 5, 5, 4, 3), 0.13m, 4, 15) with { Arena = Arena(1489) }),
        On(Model("hailuo-2.3", (3, 4, 4, 3, 3), 0.05m, 6, 10) with { Arena = Arena(1255) }),
        On(Model("ray-3.2", (3, 4, 4, 4, 3), 0.12m, 5, 10)),
        On(Model("seedance-2.5", (5, 5, 5, 4, 3), 0.23m, 4, 30) with { Arena = Arena(1484) }),
        On(Model("gemini-omni-1.1-flash", (4, 4, 4, 3, 4), 0.101m, 3, 10) with { Arena = Arena(1462) }),
        On(StudioCard.Model),
    ];

    public static ModelStanding On(VideoModel model) => new(model, Connected: true, Allowed: true);

    public static IReadOnlyList<ModelStanding> With(string id, Func<ModelStanding, ModelStanding> change) =>
        [.. All.Select(standing => standing.Model.Id == id ? change(standing) : standing)];

    public static RouteRequest Request(Use use = Use.Page) => new(TypicalShots.Of(use)[0], use, Now, "knit");

    public static string Best(RouteRequest request, IReadOnlyList<ModelStanding>? models = null) =>
        RoutePlanner.Plan(request, models ?? All).Chosen[0].Model.Id;

    public static VideoModel Model(
        string id,
        (double Fabric, double Motion, double Cinematic, double Control, double Speed) strengths,
        decimal perSecond,
        int shortest,
        int longest,
        params string[] bestFor
    ) =>
        new()
        {
            Id = id,
            Name = id,
            Provider = id.Split('-')[0],
            WireName = id,
            Dates = Dates(2025, null),
            Starts = [ShotStart.Picture],
            Moves = Enum.GetValues<ShotMove>(),
            Lengths = new ModelLengths(shortest, longest, []),
            Sizes = [new ModelSize("1080p", 1080, new ModelPrice.PerSecond(perSecond, Money.Dollars))],
            Ending = true,
            Strengths = new ModelStrengths(
                strengths.Fabric,
                strengths.Motion,
                strengths.Cinematic,
                strengths.Control,
                strengths.Speed,
                "a test"
            ),
            BestFor = bestFor,
            TypicalSeconds = 120,
            AtOnce = 5,
        };

    public static Shot Shot(double seconds = 6) =>
        new("page", ShotStart.Picture, ShotMove.PushIn, seconds, new AspectRatio(4, 5), Loop: false, "Closer.");

    private static ArenaScore Arena(int score) => new(score, 10, new DateOnly(2026, 4, 19), "arena.ai image-to-video");

    private static ModelDates Dates(int launched, int? retired) =>
        new(
            new DateOnly(launched, 1, 1),
            Deprecated: null,
            retired is { } year ? new DateOnly(year, 9, 24) : null,
            new DateOnly(2026, 11, 1),
            Replacement: null
        );
}
