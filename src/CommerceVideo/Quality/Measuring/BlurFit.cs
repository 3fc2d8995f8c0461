namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// How much softer a picture is than it should be: of the right one, softened by more and more, the one whose edges are most
/// alike. Edges, not fine detail: coders drop what is fine and faint and keep edges as sharp as they were.
/// </summary>
internal static class BlurFit
{
    /// <summary>Standard deviations, in pixels of a frame <see cref="Across"/> wide.</summary>
    private static readonly double[] Widths = [0, 0.4, 0.6, 0.8, 1, 1.25, 1.6, 2.1, 2.8];

    private const double Across = 360;
    private const int LeastPixels = 1500;

    /// <summary>Mean step from pixel to pixel below which there are no edges to go by.</summary>
    private const double LeastStep = 0.8;

    /// <summary>Correlation below which it is another picture.</summary>
    private const double LeastAlike = 0.4;

    /// <param name="inside">Which pixels are looked at.</param>
    /// <param name="width">Of the whole frame.</param>
    /// <returns>In pixels of a frame 360 wide; null where it cannot be told.</returns>
    public static double? Of(GreyPlane seen, GreyPlane told, bool[] inside, int width)
    {
        var places = Places(inside, seen.Width);
        if (places.Length < LeastPixels || places.Average(at => Step(told, at)) < LeastStep * Across / width)
        {
            return null;
        }

        var scores = Widths.Select(sigma => Alike(seen, Softened(told, sigma * width / Across), places)).ToArray();
        var best = Array.IndexOf(scores, scores.Max());
        return scores[best] < LeastAlike ? null : Between(scores, best);
    }

    private static int[] Places(bool[] inside, int width)
    {
        const int Side = 4;
        return
        [
            .. Enumerable
                .Range(0, inside.Length)
                .Where(at =>
                    at % 2 == 0
                    && at % width is >= Side
                    && at % width < width - Side
                    && at >= Side * width
                    && at < inside.Length - (Side * width)
                    && inside[at - Side]
                    && inside[at + Side]
                    && inside[at - (Side * width)]
                    && inside[at + (Side * width)]
                ),
        ];
    }

    private static double Step(GreyPlane plane, int at) =>
        (
            Math.Abs(plane.Values[at + 1] - plane.Values[at])
            + Math.Abs(plane.Values[at + plane.Width] - plane.Values[at])
        ) / 2;

    private static double Alike(GreyPlane one, GreyPlane other, int[] places)
    {
        var (both, ones, others, wide) = (0.0, 0.0, 0.0, one.Width);
        foreach (var at in places)
        {
            var (ox, oy) = (one.Values[at + 1] - one.Values[at - 1], one.Values[at + wide] - one.Values[at - wide]);
            var (tx, ty) = (
                other.Values[at + 1] - other.Values[at - 1],
                other.Values[at + wide] - other.Values[at - wide]
            );
            both += (ox * tx) + (oy * ty);
            ones += (ox * ox) + (oy * oy);
            others += (tx * tx) + (ty * ty);
        }

        return both / Math.Sqrt(Math.Max(1e-9, ones * others));
    }

    private static double Between(double[] scores, int best)
    {
        if (best == 0 || best == scores.Length - 1)
        {
            return Widths[best];
        }

        var (before, after) = (scores[best] - scores[best - 1], scores[best] - scores[best + 1]);
        var lean = (before - after) / Math.Max(1e-9, 2 * (before + after));
        return Widths[best] + (lean * (lean > 0 ? Widths[best + 1] - Widths[best] : Widths[best] - Widths[best - 1]));
    }

    private static GreyPlane Softened(GreyPlane plane, double sigma)
    {
        if (sigma <= 0)
        {
            return plane;
        }

        var reach = (int)Math.Ceiling(2.5 * sigma);
        var taps = Enumerable
            .Range(-reach, (2 * reach) + 1)
            .Select(at => (float)Math.Exp(-at * at / (2 * sigma * sigma)))
            .ToArray();
        var whole = taps.Sum();
        for (var tap = 0; tap < taps.Length; tap++)
        {
            taps[tap] /= whole;
        }

        return plane with
        {
            Values = Along(Along(plane.Values, plane.Width, 1, taps), plane.Width, plane.Width, taps),
        };
    }

    private static float[] Along(float[] values, int width, int way, float[] taps)
    {
        var (soft, reach) = ((float[])values.Clone(), taps.Length / 2);
        var height = values.Length / width;
        var (left, top) = way == 1 ? (reach, 0) : (0, reach);
        for (var y = top; y < height - top; y++)
        {
            for (var x = left; x < width - left; x++)
            {
                var (at, sum) = ((y * width) + x, 0f);
                for (var tap = 0; tap < taps.Length; tap++)
                {
                    sum += taps[tap] * values[at + ((tap - reach) * way)];
                }

                soft[at] = sum;
            }
        }

        return soft;
    }
}
