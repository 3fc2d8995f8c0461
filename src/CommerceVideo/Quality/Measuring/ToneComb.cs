namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// Tones that are lost: a picture reduced to a few levels keeps to them, and its histogram is a comb where the right one's is
/// smooth. Measured as what the histogram says beyond its own smoothed self, which neither light nor contrast changes.
/// </summary>
internal static class ToneComb
{
    private const int LeastPixels = 300;
    private const double Width = 6;
    private const int Reach = 18;

    /// <summary>Levels between neighbours that are one tone.</summary>
    private const float Even = 1.5f;

    /// <returns>In bits beyond what the right picture's has; null where too few even stretches are seen.</returns>
    public static double? Of(GreyPlane seen, GreyPlane told, bool[] inside) =>
        Comb(seen, inside) is { } ours && Comb(told, inside) is { } theirs ? Math.Max(0, ours - theirs) : null;

    /// <summary>Of the pixels that are like their neighbours: an edge between two tones takes every tone between them.</summary>
    private static double? Comb(GreyPlane plane, bool[] inside)
    {
        var (counts, count, values) = (new double[256], 0, plane.Values);
        for (var at = plane.Width + 1; at < inside.Length - plane.Width - 1; at++)
        {
            var even =
                inside[at]
                && Math.Abs(values[at] - values[at - 1]) < Even
                && Math.Abs(values[at] - values[at + 1]) < Even
                && Math.Abs(values[at] - values[at - plane.Width]) < Even
                && Math.Abs(values[at] - values[at + plane.Width]) < Even;
            if (even)
            {
                counts[(int)Math.Clamp(values[at] + 0.5f, 0, 255)]++;
                count++;
            }
        }

        // Of few pixels any histogram is rough.
        var rough = counts.Count(static one => one > 0) / (2 * Math.Log(2) * Math.Max(1, count));
        return count < LeastPixels ? null : Comb(counts, count) - rough;
    }

    private static double Comb(double[] counts, int all)
    {
        var bits = 0.0;
        for (var level = 0; level < counts.Length; level++)
        {
            if (counts[level] == 0)
            {
                continue;
            }

            var (sum, weights) = (0.0, 0.0);
            for (var near = Math.Max(0, level - Reach); near <= Math.Min(255, level + Reach); near++)
            {
                var weight = Math.Exp(-(near - level) * (near - level) / (2 * Width * Width));
                (sum, weights) = (sum + (weight * counts[near]), weights + weight);
            }

            bits += counts[level] / all * Math.Log2(counts[level] * weights / sum);
        }

        return bits;
    }
}
