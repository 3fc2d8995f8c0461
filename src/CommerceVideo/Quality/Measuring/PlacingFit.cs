namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// Brings a place that is nearly right to a fraction of a pixel: Gauss-Newton on the light of the product, coarse to fine,
/// with one gain and offset for the frame's exposure and little weight on what does not fit.
/// </summary>
internal sealed class PlacingFit
{
    private const int Levels = 3;
    private const int Rounds = 9;
    private const int Points = 2200;
    private const int Unknowns = 8;

    private readonly PhotoReference _photo;
    private readonly GreyPlane[] _levels;
    private readonly (float X, float Y, float Weight)[][] _points;

    public PlacingFit(PhotoReference photo)
    {
        _photo = photo;
        _levels = Pyramid(photo.Luma.Softened());
        _points = [.. Enumerable.Range(0, Levels).Select(Chosen)];
    }

    /// <returns>The place, and how well photo and frame agree there: correlation of their light, at most 1.</returns>
    public (Placing Placing, double Agreement) Of(SampledFrame frame, Placing start)
    {
        var levels = Pyramid(frame.Luma.Softened());
        var placing = start;
        var agreement = -1.0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            var size = 1.0 / (1 << level);
            var (better, score) = Refine(levels[level], level, placing.Scaled(size, size));
            placing = better.Scaled(1 / size, 1 / size);
            agreement = score;
        }

        return (placing, agreement);
    }

    private static GreyPlane[] Pyramid(GreyPlane plane)
    {
        var levels = new GreyPlane[Levels];
        levels[0] = plane;
        for (var level = 1; level < Levels; level++)
        {
            levels[level] = levels[level - 1].Half();
        }

        return levels;
    }

    private (float X, float Y, float Weight)[] Chosen(int level)
    {
        var plane = _levels[level];
        var step = 1 << level;
        var points = new List<(float X, float Y, float Weight)>();
        for (var y = 1; y < plane.Height - 1; y++)
        {
            for (var x = 1; x < plane.Width - 1; x++)
            {
                var cell =
                    (Math.Min(_photo.Height - 1, (y * step) + (step / 2)) * _photo.Width)
                    + Math.Min(_photo.Width - 1, (x * step) + (step / 2));
                var weight =
                    _photo.Mask[cell] > 0.5f ? 1
                    : _photo.Beyond[cell] < 6 ? 0.6f
                    : _photo.PlainGround || _photo.Beyond[cell] > 40 ? 0
                    : 0.2f;
                if (weight > 0)
                {
                    points.Add((x, y, weight));
                }
            }
        }

        var thin = Math.Max(1, points.Count / Points);
        return [.. points.Where((_, at) => at % thin == 0)];
    }

    private (Placing Placing, double Agreement) Refine(GreyPlane frame, int level, Placing start)
    {
        var points = _points[level];
        var photo = _levels[level];
        var (placing, gain, offset) = (start, 1.0, 0.0);
        var (reach, middleX, middleY) = (photo.Width / 2.0, photo.Width / 2.0, photo.Height / 2.0);
        var spread = 12.0;
        var (matrix, vector, row) = (new double[Unknowns * Unknowns], new double[Unknowns], new double[Unknowns]);
        var correlation = new Correlation();
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(matrix);
            Array.Clear(vector);
            correlation = new Correlation();
            var (errors, weights) = (0.0, 0.0);
            foreach (var (x, y, weight) in points)
            {
                var (fx, fy) = placing.Of(x, y);
                if (fx < 1 || fy < 1 || fx > frame.Width - 2 || fy > frame.Height - 2)
                {
                    continue;
                }

                var told = photo.Values[((int)y * photo.Width) + (int)x];
                var seen = frame.At(fx, fy);
                var (gx, gy) = (
                    (frame.At(fx + 0.5f, fy) - frame.At(fx - 0.5f, fy)),
                    (frame.At(fx, fy + 0.5f) - frame.At(fx, fy - 0.5f))
                );
                var error = seen - (gain * told) - offset;
                var trust = weight / (1 + (error * error / (spread * spread)));
                var (u, v) = ((x - middleX) / reach, (y - middleY) / reach);
                (row[0], row[1], row[2]) = (gx * u, gx * v, gx);
                (row[3], row[4], row[5]) = (gy * u, gy * v, gy);
                (row[6], row[7]) = (-told / 100, -1);
                for (var i = 0; i < Unknowns; i++)
                {
                    vector[i] -= trust * row[i] * error;
                    for (var j = 0; j <= i; j++)
                    {
                        matrix[(i * Unknowns) + j] += trust * row[i] * row[j];
                    }
                }

                errors += weight * Math.Abs(error);
                weights += weight;
                correlation.Add(told, seen, weight);
            }

            if (weights < 60 || !NormalEquations.Solve(matrix, vector, Unknowns))
            {
                return (start, -1);
            }

            spread = Math.Max(3, 1.5 * errors / weights);
            var (xx, xy, yx, yy) = (vector[0] / reach, vector[1] / reach, vector[3] / reach, vector[4] / reach);
            placing = new Placing(
                placing.XX + xx,
                placing.XY + xy,
                placing.X0 + vector[2] - (xx * middleX) - (xy * middleY),
                placing.YX + yx,
                placing.YY + yy,
                placing.Y0 + vector[5] - (yx * middleX) - (yy * middleY)
            );
            gain = Math.Clamp(gain + (vector[6] / 100), 0.4, 2.5);
            offset += vector[7];
            if (!placing.IsSane)
            {
                return (start, -1);
            }

            if (Math.Abs(vector[2]) + Math.Abs(vector[5]) + Math.Abs(vector[0]) + Math.Abs(vector[4]) < 0.004)
            {
                break;
            }
        }

        return (placing, correlation.Value);
    }
}
