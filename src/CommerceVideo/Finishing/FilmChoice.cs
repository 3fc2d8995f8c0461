using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>Which film a placement takes: the one whose shape is nearest to its own, so that least is cut or added.</summary>
public static class FilmChoice
{
    /// <param name="films">The shapes of the films there are, the first film's first; at least one.</param>
    public static AspectRatio For(Placement placement, IEnumerable<AspectRatio> films) =>
        placement.FollowsPicture
            ? films.First()
            : films.MinBy(film => Math.Abs(Math.Log(film.Value / placement.Ratios[0].Value)));
}
