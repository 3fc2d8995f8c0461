using System.Globalization;

namespace CommerceVideo.Media.Colours;

/// <summary>A colour as screens code it (sRGB, 0 to 255).</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Black { get; } = new(0, 0, 0);

    /// <summary>Relative luminance as WCAG 2.1 defines it, 0 to 1.</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>WCAG 2.1 contrast, 1 to 21.</summary>
    public double Contrast(Rgb other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>This colour laid over another, as a player mixes them: in coded values.</summary>
    public Rgb Over(Rgb beneath, double opacity) =>
        new(Mix(Red, beneath.Red, opacity), Mix(Green, beneath.Green, opacity), Mix(Blue, beneath.Blue, opacity));

    /// <summary>Null for what is not <c>#rrggbb</c>.</summary>
    public static Rgb? Parse(string text) =>
        text is ['#', ..]
        && text.Length == 7
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;

    private static byte Mix(byte over, byte beneath, double opacity) =>
        (byte)Math.Round((over * opacity) + (beneath * (1 - opacity)));

    private static double Linear(byte coded)
    {
        var value = coded / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
