using CommerceVideo.Briefs;
using CommerceVideo.Media;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing;

/// <summary>The Clips of a Brief, and the films that are cut from them: one for each shape it was filmed in.</summary>
public sealed record Footage(IReadOnlyList<Clip> Clips, IReadOnlyList<Film> Films)
{
    /// <param name="clips">By the names of their Shots.</param>
    /// <returns>Null while a Clip of the first film is missing.</returns>
    public static Footage? Of(Brief brief, IReadOnlyDictionary<string, Clip> clips)
    {
        var shown = brief.Shots.Where(shot => clips.ContainsKey(shot.Name)).Select(static shot => shot.Name).ToList();
        var films = brief.Films.Select(film => Cut(film, shown)).ToList();
        return films is [null, ..] or [] ? null : new Footage(Framed(brief, clips, shown), [.. films.OfType<Film>()]);
    }

    /// <summary>
    /// A take that goes on from another is one take to who sees it: where the first stands in a frame, the next stands too, or
    /// the picture would jump at a join that holds.
    /// </summary>
    private static IReadOnlyList<Clip> Framed(
        Brief brief,
        IReadOnlyDictionary<string, Clip> clips,
        IReadOnlyList<string> shown
    )
    {
        var framed = new Dictionary<string, Clip>(StringComparer.Ordinal);
        foreach (var shot in brief.Shots.Where(shot => shown.Contains(shot.Name)))
        {
            var clip = clips[shot.Name];
            framed[shot.Name] =
                shot.Follows is { } before && framed.TryGetValue(before, out var first)
                    ? clip with
                    {
                        Focus = first.Focus,
                    }
                    : clip;
        }

        return [.. shown.Select(name => framed[name])];
    }

    /// <summary>A film in which no Shot was filmed for its shape shows nothing that the others do not: there is none.</summary>
    private static Film? Cut(IReadOnlyList<Shot> film, List<string> shown)
    {
        var takes = film.Select(shot => (Own: shown.IndexOf(shot.Name), Other: shown.IndexOf(shot.Reframes ?? "")))
            .ToList();
        return takes.Exists(static take => take.Own >= 0) && takes.TrueForAll(static take => take is not (< 0, < 0))
            ? new Film(film[0].Ratio, [.. takes.Select(static take => take.Own >= 0 ? take.Own : take.Other)])
            : null;
    }
}

/// <summary>Clips of one video in the order they are shown, by their place among all.</summary>
/// <param name="Ratio">The shape it is filmed in; a Clip of another shape is cut to fit.</param>
public sealed record Film(AspectRatio Ratio, IReadOnlyList<int> Takes);
