namespace CommerceVideo.Media.Masks;

/// <summary>
/// The ground as a smooth surface through the colours of the picture's border, fitted so that what touches the border
/// here and there does not bend it.
/// </summary>
internal sealed class GroundFit
{
    private const int Terms = 6;
    private const int Rounds = 6;
    private const int MostBorder = 6000;

    private readonly double[][] _surfaces;
    private readonly int _width;
    private readonly int _height;

    private GroundFit(double[][] surfaces, int width, int height) =>
        (_surfaces, _width, _height) = (surfaces, width, height);

    /// <summary>Standard deviation of the border's inliers about the surface, in colour difference (CIE76).</summary>
    public float Noise { get; private set; }

    /// <summary>Share of the border that lies on the surface.</summary>
    public float Inliers { get; private set; }

    /// <summary>Largest colour difference between two places of the ground.</summary>
    public float Range { get; private set; }

    public static GroundFit Of(LabGrid grid)
    {
        var border = Border(grid);
        var fit = new GroundFit(
            [Flat(grid.Light, border), Flat(grid.A, border), Flat(grid.B, border)],
            grid.Width,
            grid.Height
        );
        var reach = 16f;
        for (var round = 0; round < Rounds; round++)
        {
            var near = border.Where(cell => fit.Distance(grid, cell) <= reach).ToArray();
            if (near.Length < border.Length / 5)
            {
                break;
            }

            fit = new GroundFit(
                [fit.Surface(grid.Light, near), fit.Surface(grid.A, near), fit.Surface(grid.B, near)],
                grid.Width,
                grid.Height
            );
            reach = Math.Clamp(3 * fit.Deviation(grid, near), 3, 12);
        }

        fit.Measure(grid, border, reach);
        return fit;
    }

    public (float L, float A, float B) At(int cell)
    {
        Span<double> terms = stackalloc double[Terms];
        Fill(terms, cell);
        return (Value(_surfaces[0], terms), Value(_surfaces[1], terms), Value(_surfaces[2], terms));
    }

    public float Distance(LabGrid grid, int cell)
    {
        var (l, a, b) = At(cell);
        var (dl, da, db) = (grid.Light[cell] - l, grid.A[cell] - a, grid.B[cell] - b);
        return MathF.Sqrt((dl * dl) + (da * da) + (db * db));
    }

    /// <summary>Mean colour of the border's cells that lie on the surface, as stored in the photo.</summary>
    public (byte Red, byte Green, byte Blue) MeanColour(LabGrid grid)
    {
        var near = Border(grid)
            .Where(cell => Distance(grid, cell) <= Math.Max(4, 3 * Noise))
            .DefaultIfEmpty(0)
            .ToArray();
        return (Mean(grid, near, 0), Mean(grid, near, 1), Mean(grid, near, 2));
    }

    private static byte Mean(LabGrid grid, int[] cells, int channel) =>
        (byte)Math.Round(cells.Average(cell => (double)grid.Rgb[(3 * cell) + channel]));

    private void Measure(LabGrid grid, int[] border, float reach)
    {
        var near = border.Where(cell => Distance(grid, cell) <= reach).ToArray();
        Inliers = (float)near.Length / border.Length;
        Noise = Deviation(grid, near);
        var places = border.Where((_, i) => i % 16 == 0).Append(grid.Width * grid.Height / 2).Select(At).ToArray();
        Range = places.Max(p => places.Max(q => MathF.Sqrt(Square(p.L - q.L) + Square(p.A - q.A) + Square(p.B - q.B))));
    }

    private static float Square(float value) => value * value;

    private float Deviation(LabGrid grid, int[] cells)
    {
        var sum = 0.0;
        foreach (var cell in cells)
        {
            var distance = Distance(grid, cell);
            sum += distance * distance;
        }

        return (float)Math.Sqrt(sum / Math.Max(1, cells.Length));
    }

    private static int[] Border(LabGrid grid)
    {
        var thick = Math.Max(2, Math.Min(grid.Width, grid.Height) / 40);
        var cells = new List<int>();
        for (var y = 0; y < grid.Height; y++)
        {
            var whole = y < thick || y >= grid.Height - thick;
            for (var x = 0; x < grid.Width; x++)
            {
                if (whole || x < thick || x >= grid.Width - thick)
                {
                    cells.Add((y * grid.Width) + x);
                }
            }
        }

        var step = Math.Max(1, cells.Count / MostBorder);
        return [.. cells.Where((_, i) => i % step == 0)];
    }

    private static double[] Flat(float[] channel, int[] cells)
    {
        var values = cells.Select(cell => channel[cell]).Order().ToArray();
        return [values[values.Length / 2], 0, 0, 0, 0, 0];
    }

    private static float Value(double[] surface, ReadOnlySpan<double> terms)
    {
        var sum = 0.0;
        for (var t = 0; t < Terms; t++)
        {
            sum += surface[t] * terms[t];
        }

        return (float)sum;
    }

    private void Fill(Span<double> terms, int cell)
    {
        var x = (2.0 * (cell % _width) / Math.Max(1, _width - 1)) - 1;
        var y = (2.0 * (cell / _width) / Math.Max(1, _height - 1)) - 1;
        (terms[0], terms[1], terms[2], terms[3], terms[4], terms[5]) = (1, x, y, x * x, x * y, y * y);
    }

    /// <summary>Least squares, with a little weight that keeps bends no border cell asks for at zero.</summary>
    private double[] Surface(float[] channel, int[] cells)
    {
        var normal = new double[Terms, Terms + 1];
        Span<double> terms = stackalloc double[Terms];
        foreach (var cell in cells)
        {
            Fill(terms, cell);
            for (var row = 0; row < Terms; row++)
            {
                for (var column = 0; column < Terms; column++)
                {
                    normal[row, column] += terms[row] * terms[column];
                }

                normal[row, Terms] += terms[row] * channel[cell];
            }
        }

        for (var row = 1; row < Terms; row++)
        {
            normal[row, row] += 0.01 * cells.Length;
        }

        return Solved(normal);
    }

    private static double[] Solved(double[,] system)
    {
        for (var pivot = 0; pivot < Terms; pivot++)
        {
            for (var row = 0; row < Terms; row++)
            {
                if (row == pivot)
                {
                    continue;
                }

                var factor = system[row, pivot] / system[pivot, pivot];
                for (var column = pivot; column <= Terms; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, Terms).Select(row => system[row, Terms] / system[row, row])];
    }
}
