namespace CommerceVideo.Finishing.Variations;

/// <summary>Keeps the films of a list that differ from all kept before. Pure.</summary>
public static class Distinct
{
    /// <param name="films">In the order in which they are wanted.</param>
    /// <param name="count">How many are wanted.</param>
    public static DistinctFilms Of(IReadOnlyList<(string Name, FilmPrint Print)> films, int count)
    {
        var kept = new List<(string Name, FilmPrint Print)>();
        var distances = new List<NearDuplicate>();
        var refused = new List<NearDuplicate>();
        foreach (var film in films.TakeWhile(_ => kept.Count < count))
        {
            var nearest = kept.Select(other => new NearDuplicate(
                    film.Name,
                    other.Name,
                    film.Print.DistanceTo(other.Print)
                ))
                .MinBy(static other => other.Distance.Whole);
            if (nearest is { Distance.Whole: < FilmPrint.Near })
            {
                refused.Add(nearest);
                continue;
            }

            distances.AddRange(nearest is null ? [] : [nearest]);
            kept.Add(film);
        }

        return new DistinctFilms([.. kept.Select(static film => film.Name)], distances, refused);
    }
}

/// <param name="Distances">Of each kept film but the first, to the nearest of those kept before it.</param>
public sealed record DistinctFilms(
    IReadOnlyList<string> Kept,
    IReadOnlyList<NearDuplicate> Distances,
    IReadOnlyList<NearDuplicate> Refused
)
{
    /// <summary>The distance of the two kept films that are nearest to each other; infinite for fewer than two.</summary>
    public double Nearest =>
        Distances.Select(static one => one.Distance.Whole).DefaultIfEmpty(double.PositiveInfinity).Min();
}

/// <summary>A film, the one nearest to it, and how far they are apart.</summary>
public sealed record NearDuplicate(string Name, string Of, FilmDistance Distance);
