namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// What a film looks like at a glance: small grey pictures at even shares of its length. Two films are as far apart as their
/// pictures differ, in shares of the contrast they have: a film of a white shirt on white is not near to every other for that.
/// </summary>
/// <param name="Moments"><see cref="Count"/> pictures of <see cref="Width"/> x <see cref="Height"/> grey values.</param>
public sealed record FilmPrint(IReadOnlyList<byte[]> Moments)
{
    public const int Count = 24;
    public const int Width = 36;
    public const int Height = 64;

    /// <summary>Nearer than this, a person who scrolls past both has seen one film.</summary>
    public const double Near = 0.12;

    private const double LeastContrast = 4;

    /// <summary>0 for the same pictures; 1 where they differ by as much as they vary in themselves.</summary>
    public double DistanceTo(FilmPrint other)
    {
        var (difference, contrast) = (0.0, 0.0);
        for (var moment = 0; moment < Moments.Count; moment++)
        {
            var (one, two) = (Moments[moment], other.Moments[moment]);
            difference += Mean(one.Zip(two, static (a, b) => Math.Abs((double)a - b)));
            contrast += (Spread(one) + Spread(two)) / 2;
        }

        return difference / Math.Max(contrast, LeastContrast * Moments.Count);
    }

    private static double Spread(byte[] picture)
    {
        var mean = Mean(picture.Select(static value => (double)value));
        return Math.Sqrt(Mean(picture.Select(value => (value - mean) * (value - mean))));
    }

    private static double Mean(IEnumerable<double> values) => values.Average();
}
