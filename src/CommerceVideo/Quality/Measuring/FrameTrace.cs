namespace CommerceVideo.Quality.Measuring;

/// <summary>What is kept of every frame: enough to see light and motion change from one to the next.</summary>
/// <param name="Light">Mean luma, 16 to 235.</param>
/// <param name="Dark">Share of pixels that are as good as black.</param>
/// <param name="Step">Mean difference to the frame before, in levels; 0 for the first.</param>
/// <param name="Cells">Mean luma of each cell of a coarse grid, row by row.</param>
internal sealed record FrameTrace(double Light, double Dark, double Step, float[] Cells)
{
    public const int Across = 12;

    public const int Down = 12;

    private const int Black = 32;

    public static FrameTrace Of(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> before, int width)
    {
        var height = luma.Length / width;
        var cells = new float[Across * Down];
        var counts = new int[Across * Down];
        var (sum, dark, step) = (0L, 0, 0L);
        for (var y = 0; y < height; y++)
        {
            var row = luma.Slice(y * width, width);
            var line = y * Down / height * Across;
            for (var x = 0; x < width; x++)
            {
                var cell = line + (x * Across / width);
                cells[cell] += row[x];
                counts[cell]++;
                sum += row[x];
                dark += row[x] < Black ? 1 : 0;
            }

            step += before.IsEmpty ? 0 : Distance(row, before.Slice(y * width, width));
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] /= Math.Max(1, counts[cell]);
        }

        return new FrameTrace(sum / (double)luma.Length, dark / (double)luma.Length, step / (double)luma.Length, cells);
    }

    private static int Distance(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var sum = 0;
        for (var x = 0; x < one.Length; x++)
        {
            sum += Math.Abs(one[x] - other[x]);
        }

        return sum;
    }
}
