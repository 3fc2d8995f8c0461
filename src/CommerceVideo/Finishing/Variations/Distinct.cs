namespace CommerceVideo.Finishing.Variations;

/// <summary>Keeps the films of a list that differ from all kept before. Pure.</summary>
public static class Distinct
{
    /// <param name="films">In the order in which they are wanted.</param>
    /// <param name="count">How many are wanted.</param>
    public static DistinctFilms Of(IReadOnlyList<(string Name, FilmPrint Print)> films, int count)
    {
        var kept = new List<(string Name, FilmPrint Print)>();
        var refused = new List<NearDuplicate>();
        var nearest = double.PositiveInfinity;
        foreach (var film in films.TakeWhile(_ => kept.Count < count))
        {
            var (name, distance) = kept.Select(other => (other.Name, film.Print.DistanceTo(other.Print)))
                .DefaultIfEmpty(("", double.PositiveInfinity))
                .MinBy(static other => other.Item2);
            if (distance < FilmPrint.Near)
            {
                refused.Add(new NearDuplicate(film.Name, name, distance));
                continue;
            }

            nearest = Math.Min(nearest, distance);
            kept.Add(film);
        }

        return new DistinctFilms([.. kept.Select(static film => film.Name)], refused, nearest);
    }
}

/// <param name="Nearest">The distance of the two kept films that are nearest to each other; infinite for fewer than two.</param>
public sealed record DistinctFilms(IReadOnlyList<string> Kept, IReadOnlyList<NearDuplicate> Refused, double Nearest);

/// <summary>A film that shows what another shows.</summary>
public sealed record NearDuplicate(string Name, string Of, double Distance);
