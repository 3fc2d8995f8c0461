using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>Where a video of each use is shown.</summary>
public static class UsePlacements
{
    /// <summary>One for each slot of each channel: what <c>all</c> means.</summary>
    private static readonly string[] Slots =
    [
        "meta.feed",
        "meta.reels",
        "meta.stories",
        "meta.in-stream",
        "tiktok.feed",
        "pinterest.standard",
        "youtube.shorts",
        "youtube.in-stream",
        "google.demand-gen",
        "google.performance-max",
        "snapchat.single-video",
    ];

    private static readonly IReadOnlyList<Placement> Page = [Placements.Get("shopify.product")];

    private static readonly IReadOnlyList<Placement> Hero = [Placements.Get("shopify.hero")];

    private static readonly IReadOnlyList<Placement> Social =
    [
        Placements.Get("meta.feed"),
        Placements.Get("meta.reels"),
        Placements.Get("tiktok.feed"),
    ];

    private static readonly IReadOnlyList<Placement> Everywhere = [.. Slots.Select(Placements.Get)];

    private static readonly IReadOnlyList<Placement> Ads =
    [
        .. Placements.All.Where(static placement => placement.Channel != "shopify"),
    ];

    /// <summary>What is made of itself: where most shops show it.</summary>
    public static IReadOnlyList<Placement> Of(Use use) =>
        use switch
        {
            Use.Social or Use.Lifestyle => Social,
            Use.Hero => Hero,
            _ => Page,
        };

    /// <summary>One for each slot of each channel that shows this use.</summary>
    public static IReadOnlyList<Placement> All(Use use) => Of(use) == Social ? Everywhere : Of(use);

    /// <summary>Whatever can be asked for by name, also what is a second form of the same slot.</summary>
    public static IReadOnlyList<Placement> Named(Use use) => Of(use) == Social ? Ads : Of(use);

    /// <summary>The shapes a film is shot in for these placements, upright first: it costs nothing but seconds to shoot it again.</summary>
    public static IReadOnlyList<AspectRatio> Shapes(IEnumerable<Placement> placements) =>
        [.. placements.Select(static placement => placement.Ratios[0]).Prepend(Shape.Upright.Ratio).Distinct()];

    /// <summary>What stands still before the video of this use plays.</summary>
    public static PosterChoice Poster(Brief brief) =>
        brief.Use == Use.Social ? PosterChoice.Whole(brief.Films[0]) : PosterChoice.FirstFrame;

    /// <summary>The Brief without the films that none of these placements takes.</summary>
    public static Brief Filmed(Brief brief, IReadOnlyList<Placement> placements)
    {
        var shapes = brief.Films.Select(static film => film[0].Ratio).ToList();
        var taken = placements.Select(placement => FilmChoice.For(placement, shapes)).ToHashSet();
        return brief with { Shots = [.. brief.Shots.Where(shot => taken.Contains(shot.Ratio))] };
    }
}
