using System.Globalization;

namespace CommerceVideo.Media.Colours;

/// <summary>
/// A 3D look-up table as Adobe's Cube LUT Specification 1.0 writes it: for each red, green and blue (0 to 1, red quickest)
/// the red, green and blue that take their place.
/// </summary>
public sealed class CubeLut
{
    /// <summary>Points along a side: more tell nothing that an eye sees, fewer than two nothing at all.</summary>
    private const int Most = 65;

    private readonly float[] _points;

    private CubeLut(int size, float[] points)
    {
        (Size, _points) = (size, points);
    }

    /// <summary>Points along each side.</summary>
    public int Size { get; }

    /// <returns>The table, or why the text is none, in a sentence.</returns>
    public static (CubeLut? Lut, string? Wrong) Parse(string text)
    {
        var (size, points, at) = (0, Array.Empty<float>(), 0);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = line.Trim().ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [] || words[0].StartsWith('#') || words[0] == "TITLE")
            {
                continue;
            }

            switch (words[0])
            {
                case "LUT_1D_SIZE":
                    return (null, "It is a one-dimensional LUT: export a 3D LUT, which can carry a look.");
                case "LUT_3D_SIZE"
                    when words.Length == 2 && int.TryParse(words[1], out size) && size is > 1 and <= Most:
                    points = new float[size * size * size * 3];
                    continue;
                case "LUT_3D_SIZE":
                    return (null, $"Its LUT_3D_SIZE is not a number from 2 to {Most}.");
                case "DOMAIN_MIN" or "DOMAIN_MAX" when !IsUsual(words):
                    return (null, "Its DOMAIN is not 0 to 1: export it for ordinary (Rec. 709) pictures.");
                case "DOMAIN_MIN" or "DOMAIN_MAX" or "LUT_3D_INPUT_RANGE":
                    continue;
            }

            if (size == 0 || at == points.Length || words.Length != 3 || !ReadPoint(words, points.AsSpan(at, 3)))
            {
                return (null, $"The line “{Shown(line)}” does not belong in a .cube file.");
            }

            at += 3;
        }

        return size == 0 ? (null, "It names no LUT_3D_SIZE.")
            : at < points.Length ? (null, $"It ends after {at / 3} of its {points.Length / 3} colours.")
            : (new CubeLut(size, points), null);
    }

    /// <summary>Between points; 0 to 1 each, what comes out is cut off there.</summary>
    public (double Red, double Green, double Blue) At(double red, double green, double blue)
    {
        Span<double> sum = stackalloc double[3];
        var (r, g, b) = (Place(red), Place(green), Place(blue));
        for (var corner = 0; corner < 8; corner++)
        {
            var (cr, cg, cb) = (corner & 1, (corner >> 1) & 1, corner >> 2);
            var weight = Part(r, cr) * Part(g, cg) * Part(b, cb);
            var point = 3 * (r.Cell + cr + (Size * (g.Cell + cg + (Size * (b.Cell + cb)))));
            for (var channel = 0; weight > 0 && channel < 3; channel++)
            {
                sum[channel] += weight * _points[point + channel];
            }
        }

        return (Math.Clamp(sum[0], 0, 1), Math.Clamp(sum[1], 0, 1), Math.Clamp(sum[2], 0, 1));
    }

    private static double Part((int Cell, double Within) place, int corner) =>
        corner == 1 ? place.Within : 1 - place.Within;

    private (int Cell, double Within) Place(double value)
    {
        var scaled = Math.Clamp(value, 0, 1) * (Size - 1);
        var cell = Math.Min((int)scaled, Size - 2);
        return (cell, scaled - cell);
    }

    private static bool IsUsual(string[] words) =>
        words.Length == 4
        && words
            .Skip(1)
            .All(word =>
                double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && Math.Abs(value - (words[0] == "DOMAIN_MAX" ? 1 : 0)) < 1e-6
            );

    private static bool ReadPoint(string[] words, Span<float> point)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            if (
                !float.TryParse(words[channel], NumberStyles.Float, CultureInfo.InvariantCulture, out point[channel])
                || !(point[channel] is >= -1 and <= 2)
            )
            {
                return false;
            }
        }

        return true;
    }

    private static string Shown(ReadOnlySpan<char> line) => line.Length <= 40 ? line.ToString() : $"{line[..40]}…";
}
