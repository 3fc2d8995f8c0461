using CommerceVideo.Media.Masks;

namespace CommerceVideo.Bench.Gate;

/// <summary>Colours for making defects; the gate's own are not used, so that an error in them cannot hide itself.</summary>
internal static class BenchColour
{
    public static (double L, double A, double B) Lab(byte red, byte green, byte blue)
    {
        var (l, a, b) = LabGrid.Lab(red, green, blue);
        return (l, a, b);
    }

    public static (byte R, byte G, byte B) Rgb(double l, double a, double b)
    {
        var y = (l + 16) / 116;
        var (x, z) = (0.95047 * Cube(y + (a / 500)), 1.08883 * Cube(y - (b / 200)));
        y = Cube(y);
        return (
            Byte((3.2404542 * x) - (1.5371385 * y) - (0.4985314 * z)),
            Byte((-0.9692660 * x) + (1.8760108 * y) + (0.0415560 * z)),
            Byte((0.0556434 * x) - (0.2040259 * y) + (1.0572252 * z))
        );
    }

    /// <summary>CIEDE2000 between colours of one lightness, written from the formula once more.</summary>
    public static double Difference(double a1, double b1, double a2, double b2)
    {
        var (c1, c2) = (double.Hypot(a1, b1), double.Hypot(a2, b2));
        var seven = Math.Pow((c1 + c2) / 2, 7);
        var g = 1.5 - (0.5 * Math.Sqrt(seven / (seven + Math.Pow(25, 7))));
        (a1, a2) = (a1 * g, a2 * g);
        (c1, c2) = (double.Hypot(a1, b1), double.Hypot(a2, b2));
        var (h1, h2) = (Math.Atan2(b1, a1), Math.Atan2(b2, a2));
        var turn = Math.IEEERemainder(h2 - h1, 2 * Math.PI);
        var (meanC, meanH) = ((c1 + c2) / 2, h1 + (turn / 2));
        var t =
            1
            - (0.17 * Math.Cos(meanH - (Math.PI / 6)))
            + (0.24 * Math.Cos(2 * meanH))
            + (0.32 * Math.Cos((3 * meanH) + (Math.PI / 30)))
            - (0.2 * Math.Cos((4 * meanH) - (63 * Math.PI / 180)));
        var chroma = (c2 - c1) / (1 + (0.045 * meanC));
        var hue = 2 * Math.Sqrt(c1 * c2) * Math.Sin(turn / 2) / (1 + (0.015 * meanC * t));
        return Math.Sqrt((chroma * chroma) + (hue * hue));
    }

    private static double Cube(double t) => t > 0.206893 ? t * t * t : (t - (16.0 / 116)) / 7.787;

    private static byte Byte(double linear) =>
        (byte)
            Math.Clamp(
                (255 * (linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055)) + 0.5,
                0,
                255
            );
}
