using CommerceVideo.Briefs;
using CommerceVideo.Channels;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>Which placements the video of a use is made for, and which moment stands for it as a still; pure.</summary>
internal static class UsePlacements
{
    private static readonly Placement Page = Placements.Get("shopify.product");

    private static readonly Placement[] Social = [.. Placements.All.Where(static placement => placement != Page)];

    public static IReadOnlyList<Placement> Of(Use use) => use is Use.Social or Use.Lifestyle ? Social : [Page];

    /// <summary>A page's still is its first frame, so that the page does not jump; a social one shows the whole product.</summary>
    public static PosterChoice Poster(Use use, IReadOnlyList<Shot> shots) =>
        use is Use.Social ? PosterChoice.Whole(shots) : PosterChoice.FirstFrame;
}
