using CommerceVideo.Media.Masks;

namespace CommerceVideo.Media.Colours;

/// <summary>A colour in CIELAB under D65.</summary>
public readonly record struct LabColour(double L, double A, double B)
{
    public double Chroma => Math.Sqrt((A * A) + (B * B));

    public static LabColour operator -(LabColour one, LabColour other) =>
        new(one.L - other.L, one.A - other.A, one.B - other.B);

    public static LabColour operator +(LabColour one, LabColour other) =>
        new(one.L + other.L, one.A + other.A, one.B + other.B);

    /// <param name="red">sRGB, 0 to 255; what lies outside counts as the nearest inside.</param>
    public static LabColour OfRgb(double red, double green, double blue)
    {
        var (l, a, b) = LabGrid.Lab(Bounded(red), Bounded(green), Bounded(blue));
        return new LabColour(l, a, b);
    }

    /// <param name="luma">BT.709 in limited range, as a frame's planes hold it.</param>
    public static LabColour OfYcc(double luma, double blueness, double redness)
    {
        var y = (luma - 16) * 255 / 219;
        var (cb, cr) = ((blueness - 128) * 255 / 224, (redness - 128) * 255 / 224);
        return OfRgb(y + (1.5748 * cr), y - (0.187324 * cb) - (0.468124 * cr), y + (1.8556 * cb));
    }

    /// <summary>CIE76: the plain distance.</summary>
    public static double Distance(LabColour one, LabColour other)
    {
        var (l, a, b) = one - other;
        return Math.Sqrt((l * l) + (a * a) + (b * b));
    }

    private static float Bounded(double value) => (float)Math.Clamp(value, 0, 255);
}
