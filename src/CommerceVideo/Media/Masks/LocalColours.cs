namespace CommerceVideo.Media.Masks;

/// <summary>Mean and spread of the colours of chosen cells in each cell's neighbourhood.</summary>
internal sealed class LocalColours
{
    private readonly float[] _count;
    private readonly float[][] _sums = new float[3][];
    private readonly float[] _squares;

    private LocalColours(float[] count, float[] squares) => (_count, _squares) = (count, squares);

    public static LocalColours Of(LabGrid grid, bool[] chosen, int near)
    {
        var cells = chosen.Length;
        var squares = new float[cells];
        for (var cell = 0; cell < cells; cell++)
        {
            if (chosen[cell])
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    squares[cell] += grid.Rgb[(3 * cell) + channel] * grid.Rgb[(3 * cell) + channel];
                }
            }
        }

        var local = new LocalColours(
            Cells.Blurred(Cells.Numbers(chosen), grid.Width, near),
            Cells.Blurred(squares, grid.Width, near)
        );
        for (var channel = 0; channel < 3; channel++)
        {
            var values = new float[cells];
            for (var cell = 0; cell < cells; cell++)
            {
                values[cell] = chosen[cell] ? grid.Rgb[(3 * cell) + channel] : 0;
            }

            local._sums[channel] = Cells.Blurred(values, grid.Width, near);
        }

        return local;
    }

    public bool Has(int cell) => _count[cell] > 0.01f;

    public float Mean(int cell, int channel) => _sums[channel][cell] / _count[cell];

    /// <summary>Summed over the channels.</summary>
    public float Variance(int cell)
    {
        var variance = _squares[cell] / _count[cell];
        for (var channel = 0; channel < 3; channel++)
        {
            variance -= Mean(cell, channel) * Mean(cell, channel);
        }

        return Math.Max(0, variance);
    }
}
