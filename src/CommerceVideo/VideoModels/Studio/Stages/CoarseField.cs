namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>Slowly changing values over a picture: one a cell, smooth between.</summary>
internal sealed class CoarseField(int width, int height)
{
    public const int Cell = 8;

    public int Columns { get; } = Math.Max(1, (width + Cell - 1) / Cell);

    public int Rows { get; } = Math.Max(1, (height + Cell - 1) / Cell);

    public float[] Values { get; private set; } =
        new float[Math.Max(1, (width + Cell - 1) / Cell) * Math.Max(1, (height + Cell - 1) / Cell)];

    /// <summary>Three box blurs: near enough to a Gauss bell of <paramref name="radius"/> cells.</summary>
    public CoarseField Blur(int radius)
    {
        for (var pass = 0; radius > 0 && pass < 3; pass++)
        {
            BlurLines(Rows, Columns, Columns, 1, radius);
            BlurLines(Columns, Rows, 1, Columns, radius);
        }

        return this;
    }

    /// <summary>Each cell takes the largest value within <paramref name="radius"/> cells.</summary>
    public CoarseField Spread(int radius)
    {
        for (var step = 0; step < radius; step++)
        {
            var next = new float[Values.Length];
            for (var at = 0; at < Values.Length; at++)
            {
                var (row, column) = Math.DivRem(at, Columns);
                var best = Values[at];
                best = Math.Max(best, Values[(Math.Max(row - 1, 0) * Columns) + column]);
                best = Math.Max(best, Values[(Math.Min(row + 1, Rows - 1) * Columns) + column]);
                best = Math.Max(best, Values[(row * Columns) + Math.Max(column - 1, 0)]);
                next[at] = Math.Max(best, Values[(row * Columns) + Math.Min(column + 1, Columns - 1)]);
            }

            Values = next;
        }

        return this;
    }

    /// <summary>Values along one line of pixels; places outside the field take its nearest edge.</summary>
    public void Line(int y, int left, Span<float> line)
    {
        var (top, below, share) = Between(y, Rows);
        for (var x = 0; x < line.Length; x++)
        {
            var (first, second, across) = Between(left + x, Columns);
            var upper = Mix(Values[(top * Columns) + first], Values[(top * Columns) + second], across);
            var lower = Mix(Values[(below * Columns) + first], Values[(below * Columns) + second], across);
            line[x] = Mix(upper, lower, share);
        }
    }

    private static (int First, int Second, float Share) Between(int pixel, int cells)
    {
        var place = Math.Clamp((pixel + 0.5f - (Cell / 2f)) / Cell, 0, cells - 1);
        var first = (int)place;
        return (first, Math.Min(first + 1, cells - 1), place - first);
    }

    private static float Mix(float from, float to, float share) => from + ((to - from) * share);

    private void BlurLines(int lines, int length, int lineStep, int step, int radius)
    {
        var line = new float[length];
        for (var index = 0; index < lines; index++)
        {
            for (var i = 0; i < length; i++)
            {
                line[i] = Values[(index * lineStep) + (i * step)];
            }

            var sum = 0f;
            for (var i = -radius; i <= radius; i++)
            {
                sum += line[Math.Clamp(i, 0, length - 1)];
            }

            for (var i = 0; i < length; i++)
            {
                Values[(index * lineStep) + (i * step)] = sum / ((2 * radius) + 1);
                sum += line[Math.Min(i + radius + 1, length - 1)] - line[Math.Max(i - radius, 0)];
            }
        }
    }
}
