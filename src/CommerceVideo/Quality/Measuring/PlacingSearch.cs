namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// Looks for the photo in a frame of which nothing is known: every scale and place on a coarse grid, by the correlation of
/// light and colour, the product counting more than what is round it.
/// </summary>
internal static class PlacingSearch
{
    private const int CoarseSide = 56;
    private const int Points = 240;
    private const double ScaleStep = 1.07;

    /// <summary>A frame shows at least this share of the photo's product.</summary>
    private const double LeastSeen = 0.35;

    /// <returns>The best few places, best first, in cells of the photo to pixels of the small frame.</returns>
    public static IReadOnlyList<Placing> Of(PhotoReference photo, SampledFrame frame)
    {
        var planes = Planes(frame, out var shrink);
        var points = Chosen(photo);
        var (width, height) = (planes[0].Width, planes[0].Height);
        var (across, down) = ((double)width / photo.Width, (double)height / photo.Height);
        var (least, most) = (Math.Min(across, down) * 0.7, Math.Max(across, down) * 3.2);
        var found = new List<(double Score, Placing Placing)>();
        for (var scale = least; scale <= most; scale *= ScaleStep)
        {
            found.Add(Best(photo, points, planes, scale));
        }

        return
        [
            .. found
                .OrderByDescending(static one => one.Score)
                .Take(3)
                .Where(static one => double.IsFinite(one.Score))
                .Select(one => one.Placing.Scaled(1, shrink)),
        ];
    }

    private static GreyPlane[] Planes(SampledFrame frame, out double shrink)
    {
        var (luma, blue, red) = (frame.Luma.Half(), frame.Blue, frame.Red);
        shrink = 2;
        while (Math.Max(luma.Width, luma.Height) > CoarseSide * 1.5)
        {
            (luma, blue, red) = (luma.Half(), blue.Half(), red.Half());
            shrink *= 2;
        }

        return [luma, blue, red];
    }

    private static (int X, int Y, float Weight)[] Chosen(PhotoReference photo)
    {
        var wanted = Enumerable
            .Range(0, photo.Mask.Length)
            .Where(cell =>
                photo.Mask[cell] > 0.5f || (photo.Beyond[cell] < 24 && !photo.Bare) || photo.Beyond[cell] < 5
            )
            .ToArray();
        var step = Math.Max(1.0, wanted.Length / (double)Points);
        var chosen = new List<(int X, int Y, float Weight)>();
        for (var at = 0.0; at < wanted.Length; at += step)
        {
            // A golden step along each row, so that the points make no stripes.
            var cell = wanted[(int)((at + (at * 0.618 % step)) % wanted.Length)];
            chosen.Add((cell % photo.Width, cell / photo.Width, photo.Mask[cell] > 0.5f ? 1 : 0.45f));
        }

        return [.. chosen];
    }

    private static (double Score, Placing Placing) Best(
        PhotoReference photo,
        (int X, int Y, float Weight)[] points,
        GreyPlane[] planes,
        double scale
    )
    {
        var radius = 0.5 / scale;
        var values = points
            .Select(point =>
                (Mean(photo.Luma, point, radius), Mean(photo.Blue, point, radius), Mean(photo.Red, point, radius))
            )
            .ToArray();
        var (width, height) = (planes[0].Width, planes[0].Height);
        var (bestScore, best) = (double.NegativeInfinity, default(Placing));
        var (reachX, reachY) = ((int)(photo.Width * scale), (int)(photo.Height * scale));
        for (var y = -reachY; y < height; y += 2)
        {
            for (var x = -reachX; x < width; x += 2)
            {
                Look(x, y);
            }
        }

        var (nearX, nearY) = ((int)best.X0, (int)best.Y0);
        for (var near = 0; near < 9; near++)
        {
            Look(nearX + (near % 3) - 1, nearY + (near / 3) - 1);
        }

        return (bestScore, best);

        void Look(int x, int y)
        {
            var score = Score(points, values, planes, scale, x, y);
            if (score > bestScore)
            {
                (bestScore, best) = (score, new Placing(scale, 0, x, 0, scale, y));
            }
        }
    }

    private static double Score(
        (int X, int Y, float Weight)[] points,
        (float Y, float B, float R)[] values,
        GreyPlane[] planes,
        double scale,
        int left,
        int top
    )
    {
        var (width, height) = (planes[0].Width, planes[0].Height);
        var (all, seen) = (0f, 0f);
        Span<float> sums = stackalloc float[15];
        sums.Clear();
        for (var i = 0; i < points.Length; i++)
        {
            var (px, py, weight) = points[i];
            all += weight;
            var (x, y) = ((int)Math.Round(px * scale) + left, (int)Math.Round(py * scale) + top);
            if ((uint)x >= (uint)width || (uint)y >= (uint)height)
            {
                continue;
            }

            seen += weight;
            var at = (y * width) + x;
            Add(sums, 0, values[i].Y, planes[0].Values[at], weight);
            Add(sums, 5, values[i].B, planes[1].Values[at], weight);
            Add(sums, 10, values[i].R, planes[2].Values[at], weight);
        }

        if (seen < LeastSeen * all)
        {
            return double.NegativeInfinity;
        }

        // Colour varies less than light and says more about which thing it is.
        var (cross, one, other) = (0.0, 0.0, 0.0);
        for (var channel = 0; channel < 3; channel++)
        {
            var s = sums.Slice(5 * channel, 5);
            var weight = channel == 0 ? 1 : 4;
            cross += weight * (s[4] - (s[0] * s[1] / seen));
            one += weight * (s[2] - (s[0] * s[0] / seen));
            other += weight * (s[3] - (s[1] * s[1] / seen));
        }

        var correlation = cross / (Math.Sqrt(Math.Max(one, 1) * Math.Max(other, 1)) + (25 * seen));
        return correlation - (0.12 * (1 - (seen / all)));
    }

    private static void Add(Span<float> sums, int from, float one, float other, float weight)
    {
        sums[from] += weight * one;
        sums[from + 1] += weight * other;
        sums[from + 2] += weight * one * one;
        sums[from + 3] += weight * other * other;
        sums[from + 4] += weight * one * other;
    }

    private static float Mean(GreyPlane plane, (int X, int Y, float Weight) point, double radius)
    {
        var (sum, count) = (0f, 0);
        var reach = (int)Math.Round(radius);
        for (var y = Math.Max(0, point.Y - reach); y <= Math.Min(plane.Height - 1, point.Y + reach); y++)
        {
            for (var x = Math.Max(0, point.X - reach); x <= Math.Min(plane.Width - 1, point.X + reach); x++)
            {
                sum += plane.Values[(y * plane.Width) + x];
                count++;
            }
        }

        return sum / count;
    }
}
