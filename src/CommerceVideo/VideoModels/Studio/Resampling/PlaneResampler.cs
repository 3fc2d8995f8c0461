namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>
/// Scales and moves one plane by fractions of a pixel. Works through the output in tiles that stay in the nearest cache:
/// columns first, then a transpose, then rows. Both passes read runs of neighbours, so neither gathers.
/// </summary>
internal sealed class PlaneResampler(bool vector)
{
    private const int TileColumns = VectorRows.Columns;

    private const int TileRows = 192;

    private short[] _columns = [];

    private short[] _rows = [];

    private short[] _line = new short[TileColumns];

    public PlaneResampler()
        : this(VectorPasses.Supported) { }

    public unsafe void ToBytes(
        ColumnPlane source,
        AxisTaps horizontal,
        AxisTaps vertical,
        Span<byte> output,
        int outputStride
    )
    {
        fixed (byte* to = output)
        {
            Run(source, horizontal, vertical, to, null, outputStride);
        }
    }

    public unsafe void ToSamples(
        ColumnPlane source,
        AxisTaps horizontal,
        AxisTaps vertical,
        Span<short> output,
        int outputStride
    )
    {
        fixed (short* to = output)
        {
            Run(source, horizontal, vertical, null, to, outputStride);
        }
    }

    private unsafe void Run(ColumnPlane source, AxisTaps across, AxisTaps down, byte* bytes, short* samples, int stride)
    {
        for (var left = 0; left < across.Length; left += TileColumns)
        {
            // The last tile reaches back over its neighbour instead of past the edge.
            var x = Math.Max(0, Math.Min(left, across.Length - TileColumns));
            var width = Math.Min(TileColumns, across.Length);
            for (var y = 0; y < down.Length; y += TileRows)
            {
                var height = Math.Min(TileRows, down.Length - y);
                Columns(source, across, down, x, width, y, height);
                Rows(
                    down,
                    width,
                    y,
                    height,
                    bytes is null ? null : bytes + x,
                    samples is null ? null : samples + x,
                    stride
                );
            }
        }
    }

    /// <summary>Fills the tile's columns at source height and turns them into rows.</summary>
    private unsafe void Columns(ColumnPlane source, AxisTaps across, AxisTaps down, int x, int width, int y, int height)
    {
        var top = down.First[y];
        var needed = down.First[y + height - 1] + down.Taps - top;
        var padded = (needed + VectorPasses.Lanes - 1) / VectorPasses.Lanes * VectorPasses.Lanes;
        Reserve(padded);
        fixed (short* from = source.Samples)
        fixed (short* columns = _columns)
        fixed (short* rows = _rows)
        {
            for (var column = 0; column < width; column++)
            {
                var at = from + ((across.First[x + column] + source.Border) * source.Stride) + source.Border + top;
                if (vector)
                {
                    VectorPasses.Horizontal(at, source.Stride, across, x + column, padded, columns + (column * padded));
                }
                else
                {
                    ScalarPasses.Horizontal(at, source.Stride, across, x + column, needed, columns + (column * padded));
                }
            }

            if (vector && width % 8 == 0)
            {
                VectorPasses.Transpose(columns, padded, rows, width, width, padded);
            }
            else
            {
                ScalarPasses.Transpose(columns, padded, rows, width, needed);
            }
        }
    }

    private unsafe void Rows(AxisTaps down, int width, int y, int height, byte* bytes, short* samples, int stride)
    {
        fixed (short* rows = _rows)
        fixed (short* line = _line)
        {
            var wide = vector && width == VectorRows.Columns;
            if (wide && bytes is not null)
            {
                VectorRows.ToBytes(rows, down, y, height, bytes, stride);
            }
            else if (wide)
            {
                VectorRows.ToSamples(rows, down, y, height, samples, stride);
            }
            else
            {
                for (var row = y; row < y + height; row++)
                {
                    var from = rows + ((down.First[row] - down.First[y]) * width);
                    ScalarPasses.Vertical(from, width, down, row, line);
                    for (var x = 0; x < width; x++)
                    {
                        Put(line[x], bytes, samples, (row * stride) + x);
                    }
                }
            }
        }
    }

    private static unsafe void Put(short sample, byte* bytes, short* samples, int at)
    {
        if (bytes is not null)
        {
            bytes[at] = ScalarPasses.Rounded(sample);
        }
        else
        {
            samples[at] = sample;
        }
    }

    private void Reserve(int rows)
    {
        if (_columns.Length < rows * TileColumns)
        {
            _columns = new short[rows * TileColumns];
            _rows = new short[rows * TileColumns];
        }
    }
}
