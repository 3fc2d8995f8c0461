using System.Globalization;

namespace CommerceVideo.Media.Colours;

/// <summary>
/// What brings a Take's colours to its photo's, the same for each of its frames, so that nothing can flicker. In a frame's own
/// codes (BT.709, limited range): luma is stretched and moved, chroma is stretched about grey and moved by a part that grows
/// with luma, as a tint of the light does. Why here and not in RGB: docs/decisions/0040-colour.md.
/// </summary>
public sealed record ColourTransform(double Gain, double Offset, double Saturation, ChromaShift Blue, ChromaShift Red)
{
    public static ColourTransform Identity { get; } = new(1, 0, 1, default, default);

    public (double Luma, double Blue, double Red) Apply(double luma, double blue, double red)
    {
        var moved = Math.Clamp((Gain * luma) + Offset, 16, 235);
        return (moved, 128 + Chroma(blue, moved, Blue), 128 + Chroma(red, moved, Red));
    }

    /// <summary>Filters for frames in yuv420p, BT.709; both filters cut off where they should round.</summary>
    public string Filters
    {
        get
        {
            var (blueLow, blueHigh) = Ends(Blue);
            var (redLow, redHigh) = Ends(Red);
            return $"lutyuv=y=clip(val*{Digits(Gain)}+{Digits(Offset + 0.5)}\\,16\\,235),"
                + $"colorcorrect=bl={Digits(blueLow)}:bh={Digits(blueHigh)}:rl={Digits(redLow)}:rh={Digits(redHigh)}:saturation={Digits(Saturation)}";
        }
    }

    private double Chroma(double code, double luma, ChromaShift shift) =>
        (Saturation * (code - 128)) + shift.Offset + (shift.Slope * luma);

    /// <summary>
    /// The filter takes the shift at black and at white, before the stretch, and its grey lies at 127.5.
    /// </summary>
    private (double Low, double High) Ends(ChromaShift shift)
    {
        var low = (shift.Offset + 1 - (0.5 * Saturation)) / (255 * Saturation);
        return (low, low + (shift.Slope / Saturation));
    }

    private static string Digits(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>Codes of chroma: <paramref name="Offset"/>, and <paramref name="Slope"/> for each code of luma.</summary>
public readonly record struct ChromaShift(double Offset, double Slope);
