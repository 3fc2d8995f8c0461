namespace CommerceVideo.Quality.Measuring;

/// <summary>One channel as numbers, row by row; read between its pixels.</summary>
internal sealed record GreyPlane(int Width, int Height, float[] Values)
{
    public static GreyPlane Of(ReadOnlySpan<byte> bytes, int width, int height)
    {
        var values = new float[width * height];
        for (var at = 0; at < values.Length; at++)
        {
            values[at] = bytes[at];
        }

        return new GreyPlane(width, height, values);
    }

    /// <summary>Between four pixels; outside, the nearest edge.</summary>
    public float At(float x, float y)
    {
        x = Math.Clamp(x, 0, Width - 1.001f);
        y = Math.Clamp(y, 0, Height - 1.001f);
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        var at = (top * Width) + left;
        var right = left + 1 < Width ? 1 : 0;
        var down = top + 1 < Height ? Width : 0;
        var upper = Values[at] + (fx * (Values[at + right] - Values[at]));
        var lower = Values[at + down] + (fx * (Values[at + down + right] - Values[at + down]));
        return upper + (fy * (lower - upper));
    }

    /// <summary>Half as large, each pixel the mean of four.</summary>
    public GreyPlane Half()
    {
        var (width, height) = (Math.Max(1, Width / 2), Math.Max(1, Height / 2));
        var half = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var upper = Values.AsSpan(Math.Min(2 * y, Height - 1) * Width, Width);
            var lower = Values.AsSpan(Math.Min((2 * y) + 1, Height - 1) * Width, Width);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (Math.Min(2 * x, Width - 1), Math.Min((2 * x) + 1, Width - 1));
                half[(y * width) + x] = (upper[left] + upper[right] + lower[left] + lower[right]) / 4;
            }
        }

        return new GreyPlane(width, height, half);
    }

    /// <summary>A little softer (1 2 1 along both sides), so that a pixel's shift and a coder's noise count for less.</summary>
    public GreyPlane Softened()
    {
        var (across, soft) = (new float[Values.Length], new float[Values.Length]);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var at = (y * Width) + x;
                across[at] = (Values[x > 0 ? at - 1 : at] + (2 * Values[at]) + Values[x < Width - 1 ? at + 1 : at]) / 4;
            }
        }

        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var at = (y * Width) + x;
                soft[at] =
                    (across[y > 0 ? at - Width : at] + (2 * across[at]) + across[y < Height - 1 ? at + Width : at]) / 4;
            }
        }

        return new GreyPlane(Width, Height, soft);
    }
}
