namespace CommerceVideo.Finishing.Colour;

/// <summary>A picture reduced to a grid, each cell the mean of what lies under it, in codes of BT.709, limited range.</summary>
internal sealed record YccGrid(int Width, int Height, float[] Luma, float[] Blue, float[] Red)
{
    public int Cells => Width * Height;

    /// <param name="planes">Three whole planes, one after another.</param>
    public static YccGrid Of(ReadOnlySpan<byte> planes, int width, int height)
    {
        var cells = width * height;
        return new YccGrid(
            width,
            height,
            Numbers(planes[..cells]),
            Numbers(planes.Slice(cells, cells)),
            Numbers(planes.Slice(2 * cells, cells))
        );
    }

    /// <summary>Between cells; the place must be <see cref="Inside"/>.</summary>
    public static double At(float[] plane, int width, double x, double y)
    {
        var (left, top) = ((int)x, (int)y);
        var (fx, fy) = (x - left, y - top);
        var at = (top * width) + left;
        var above = plane[at] + (fx * (plane[at + 1] - plane[at]));
        var below = plane[at + width] + (fx * (plane[at + width + 1] - plane[at + width]));
        return above + (fy * (below - above));
    }

    public bool Inside(double x, double y) => x >= 0 && y >= 0 && x < Width - 1 && y < Height - 1;

    /// <summary>Luma softened by the mean of each cell and its neighbours up to <paramref name="reach"/> cells away.</summary>
    public YccGrid Softened(int reach)
    {
        var soft = new float[Cells];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                soft[(y * Width) + x] = Mean(x, y, reach);
            }
        }

        return this with
        {
            Luma = soft,
        };
    }

    private float Mean(int x, int y, int reach)
    {
        var (sum, count) = (0f, 0);
        for (var row = Math.Max(0, y - reach); row <= Math.Min(Height - 1, y + reach); row++)
        {
            for (var cell = Math.Max(0, x - reach); cell <= Math.Min(Width - 1, x + reach); cell++)
            {
                sum += Luma[(row * Width) + cell];
                count++;
            }
        }

        return sum / count;
    }

    private static float[] Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new float[bytes.Length];
        for (var at = 0; at < numbers.Length; at++)
        {
            numbers[at] = bytes[at];
        }

        return numbers;
    }
}
