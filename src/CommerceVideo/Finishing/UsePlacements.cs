using CommerceVideo.Briefs;
using CommerceVideo.Channels;

namespace CommerceVideo.Finishing;

/// <summary>Where a video of each use is shown.</summary>
public static class UsePlacements
{
    private static readonly IReadOnlyList<Placement> Page = [Placements.Get("shopify.product")];

    private static readonly IReadOnlyList<Placement> Hero = [Placements.Get("shopify.hero")];

    private static readonly IReadOnlyList<Placement> Social =
    [
        Placements.Get("meta.feed"),
        Placements.Get("meta.reels"),
        Placements.Get("tiktok.feed"),
    ];

    public static IReadOnlyList<Placement> Of(Use use) =>
        use switch
        {
            Use.Social or Use.Lifestyle => Social,
            Use.Hero => Hero,
            _ => Page,
        };

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
