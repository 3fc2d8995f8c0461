using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>A photo reduced to a grid of CIELAB colours, each cell the mean of the pixels under it.</summary>
internal sealed class LabGrid
{
    private static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(ToLinear)];

    private LabGrid(int width, int height)
    {
        (Width, Height) = (width, height);
        Light = new float[width * height];
        A = new float[width * height];
        B = new float[width * height];
        Rgb = new float[width * height * 3];
    }

    public int Width { get; }

    public int Height { get; }

    public float[] Light { get; }

    public float[] A { get; }

    public float[] B { get; }

    /// <summary>The cells' mean colours as the photo has them, three numbers each.</summary>
    public float[] Rgb { get; }

    public static LabGrid Of(Photo photo, int longSide)
    {
        var shrink = Math.Min(1.0, (double)longSide / Math.Max(photo.Width, photo.Height));
        var grid = new LabGrid(
            Math.Max(1, (int)Math.Round(photo.Width * shrink)),
            Math.Max(1, (int)Math.Round(photo.Height * shrink))
        );
        var sums = new float[grid.Width * 3];
        for (var y = 0; y < grid.Height; y++)
        {
            var (top, bottom) = Span(y, grid.Height, photo.Height);
            Array.Clear(sums);
            for (var row = top; row < bottom; row++)
            {
                AddRow(photo, row, grid.Width, sums);
            }

            for (var x = 0; x < grid.Width; x++)
            {
                var (left, right) = Span(x, grid.Width, photo.Width);
                var pixels = (right - left) * (bottom - top);
                grid.Set(
                    (y * grid.Width) + x,
                    sums[3 * x] / pixels,
                    sums[(3 * x) + 1] / pixels,
                    sums[(3 * x) + 2] / pixels
                );
            }
        }

        return grid;
    }

    public float Distance(int a, int b)
    {
        var (l, u, v) = (Light[a] - Light[b], A[a] - A[b], B[a] - B[b]);
        return MathF.Sqrt((l * l) + (u * u) + (v * v));
    }

    /// <summary>The cell of <paramref name="to"/> that lies where <paramref name="cell"/> lies in <paramref name="from"/>.</summary>
    public static int Under(int cell, LabGrid from, LabGrid to) =>
        (cell / from.Width * to.Height / from.Height * to.Width) + (cell % from.Width * to.Width / from.Width);

    public static (float L, float A, float B) Lab(float red, float green, float blue)
    {
        var (r, g, b) = (FromByte(red), FromByte(green), FromByte(blue));
        var x = Bend(((0.4124564f * r) + (0.3575761f * g) + (0.1804375f * b)) / 0.95047f);
        var y = Bend((0.2126729f * r) + (0.7151522f * g) + (0.0721750f * b));
        var z = Bend(((0.0193339f * r) + (0.1191920f * g) + (0.9503041f * b)) / 1.08883f);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static (int From, int To) Span(int cell, int cells, int pixels) =>
        ((int)((long)cell * pixels / cells), (int)((long)(cell + 1) * pixels / cells));

    private static void AddRow(Photo photo, int row, int cells, float[] sums)
    {
        var pixels = photo.Rgba.AsSpan(row * photo.Width * 4, photo.Width * 4);
        for (var x = 0; x < cells; x++)
        {
            var (left, right) = Span(x, cells, photo.Width);
            for (var i = left * 4; i < right * 4; i += 4)
            {
                sums[3 * x] += pixels[i];
                sums[(3 * x) + 1] += pixels[i + 1];
                sums[(3 * x) + 2] += pixels[i + 2];
            }
        }
    }

    private void Set(int cell, float red, float green, float blue)
    {
        (Light[cell], A[cell], B[cell]) = Lab(red, green, blue);
        (Rgb[3 * cell], Rgb[(3 * cell) + 1], Rgb[(3 * cell) + 2]) = (red, green, blue);
    }

    private static float FromByte(float value)
    {
        var below = (int)value;
        return below >= 255 ? 1 : Linear[below] + ((value - below) * (Linear[below + 1] - Linear[below]));
    }

    private static float ToLinear(int value) =>
        value <= 10 ? value / 255f / 12.92f : MathF.Pow(((value / 255f) + 0.055f) / 1.055f, 2.4f);

    private static float Bend(float t) => t > 0.008856f ? MathF.Cbrt(t) : (7.787f * t) + (16f / 116);
}
