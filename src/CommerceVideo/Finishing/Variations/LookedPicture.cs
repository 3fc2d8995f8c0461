namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// One picture of a film as an eye that passes sees it: cells of colour and busyness. Two pictures differ by the share of
/// their cells that clearly do; what moved by less than a cell is the same, and so is a light shift of tone.
/// </summary>
public sealed class LookedPicture
{
    public const int Width = 72;
    public const int Height = 128;

    private const int Cell = 4;
    private const int Columns = Width / Cell;
    private const int Rows = Height / Cell;

    /// <summary>Lightness, two colours, and how much lightness varies inside the cell.</summary>
    private const int Parts = 4;

    private const int Pixels = Width * Height;

    private readonly float[] _cells = new float[Columns * Rows * Parts];

    /// <param name="yuv">Three planes of <see cref="Width"/> x <see cref="Height"/>.</param>
    public LookedPicture(byte[] yuv)
    {
        Yuv = yuv;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                Measure(column, row);
            }
        }

        Contrast = Spread();
    }

    public byte[] Yuv { get; }

    /// <summary>How much its cells differ among themselves, in steps of 256.</summary>
    public double Contrast { get; }

    /// <returns>0 for the same picture, 1 where nothing is alike.</returns>
    /// <param name="clear">From this difference on, in steps of 256, a cell is another.</param>
    public double DistanceTo(LookedPicture other, double clear) => (Apart(other, clear) + other.Apart(this, clear)) / 2;

    private double Apart(LookedPicture other, double clear)
    {
        var sum = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                // From half of what is clear to half more: no cell tips a film over.
                sum += Math.Clamp((Nearest(other, column, row) / clear) - 0.5, 0, 1);
            }
        }

        return sum / (Columns * Rows);
    }

    private float Nearest(LookedPicture other, int column, int row)
    {
        var own = _cells.AsSpan(((row * Columns) + column) * Parts, Parts);
        var least = float.MaxValue;
        for (var y = Math.Max(0, row - 1); y <= Math.Min(Rows - 1, row + 1); y++)
        {
            for (var x = Math.Max(0, column - 1); x <= Math.Min(Columns - 1, column + 1); x++)
            {
                var its = other._cells.AsSpan(((y * Columns) + x) * Parts, Parts);
                var (light, blue, red, busy) = (own[0] - its[0], own[1] - its[1], own[2] - its[2], own[3] - its[3]);
                least = Math.Min(least, (light * light) + (2 * ((blue * blue) + (red * red))) + (busy * busy));
            }
        }

        return MathF.Sqrt(least);
    }

    private void Measure(int column, int row)
    {
        var (light, square, blue, red) = (0, 0, 0, 0);
        for (var y = row * Cell; y < (row + 1) * Cell; y++)
        {
            for (var x = column * Cell; x < (column + 1) * Cell; x++)
            {
                var at = (y * Width) + x;
                light += Yuv[at];
                square += Yuv[at] * Yuv[at];
                blue += Yuv[Pixels + at];
                red += Yuv[(2 * Pixels) + at];
            }
        }

        const float Area = Cell * Cell;
        var cell = _cells.AsSpan(((row * Columns) + column) * Parts, Parts);
        (cell[0], cell[1], cell[2]) = (light / Area, blue / Area, red / Area);
        cell[3] = MathF.Sqrt(Math.Max(0, (square / Area) - (cell[0] * cell[0])));
    }

    private double Spread()
    {
        var light = Enumerable.Range(0, Columns * Rows).Select(at => (double)_cells[at * Parts]).ToList();
        var mean = light.Average();
        return Math.Sqrt(light.Average(value => (value - mean) * (value - mean)));
    }
}
