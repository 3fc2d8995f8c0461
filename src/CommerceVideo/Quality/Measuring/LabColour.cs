namespace CommerceVideo.Quality.Measuring;

/// <summary>A colour in CIELAB (D65), L from 0 to 100.</summary>
internal readonly record struct LabColour(double L, double A, double B)
{
    public double Chroma => Math.Sqrt((A * A) + (B * B));

    public static LabColour operator -(LabColour one, LabColour other) =>
        new(one.L - other.L, one.A - other.A, one.B - other.B);

    public static LabColour operator +(LabColour one, LabColour other) =>
        new(one.L + other.L, one.A + other.A, one.B + other.B);

    /// <summary>CIE76: the plain distance.</summary>
    public static double Distance(LabColour one, LabColour other)
    {
        var (l, a, b) = one - other;
        return Math.Sqrt((l * l) + (a * a) + (b * b));
    }
}
