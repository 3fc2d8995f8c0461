using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;
using CommerceVideo.VideoModels.Casting;

namespace CommerceVideo.Briefs;

/// <summary>Puts the brand's casting into the Shots that show a person, the same into all of them, and what must not be seen into all; pure.</summary>
internal static class CastShots
{
    /// <param name="picture">What is known of the picture that the Shots start from.</param>
    /// <param name="cast">As the brand has it now; null takes what was there out of the Shots.</param>
    /// <param name="limits">As the brand has them now.</param>
    public static IReadOnlyList<Shot> Of(
        Use use,
        IReadOnlyList<Shot> shots,
        PictureFacts picture,
        ShotCast? cast,
        BrandLimits limits
    ) =>
        [
            .. shots.Select(shot =>
                shot with
                {
                    Cast = ShowsAPerson(use, shot, picture) ? cast : null,
                    Avoid = limits.Avoid(picture),
                }
            ),
        ];

    /// <summary>Recipes are shared among shops; people and a brand's own rules are not.</summary>
    public static IReadOnlyList<Shot> Without(IReadOnlyList<Shot> shots) =>
        [.. shots.Select(static shot => shot with { Cast = null, Avoid = null })];

    private static bool ShowsAPerson(Use use, Shot shot, PictureFacts picture) =>
        shot.Move is ShotMove.Walk or ShotMove.Scene || (use == Use.Hero && picture.Person == true);
}
