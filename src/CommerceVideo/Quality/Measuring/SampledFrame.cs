using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.Quality.Measuring;

/// <summary>One frame of a clip, made small for measuring, with a piece of it at its own size.</summary>
/// <param name="Index">Which frame of the clip, from 0.</param>
/// <param name="Luma">Small; 16 black to 235 white.</param>
/// <param name="Blue">Cb, half as wide and high as Luma.</param>
/// <param name="Native">Luma of the window that <see cref="ClipWindow"/> names, at the clip's own size.</param>
internal sealed record SampledFrame(
    int Index,
    double Seconds,
    GreyPlane Luma,
    GreyPlane Blue,
    GreyPlane Red,
    GreyPlane Native
)
{
    /// <summary>The colour at a place of the small frame.</summary>
    public LabColour ColourAt(float x, float y)
    {
        var (cx, cy) = ((x - 0.5f) / 2, (y - 0.5f) / 2);
        return Colour(Luma.At(x, y), Blue.At(cx, cy), Red.At(cx, cy));
    }

    /// <summary>The middle colour along the frame's edge, in sRGB: what a photo without a ground was laid on.</summary>
    public (byte R, byte G, byte B) Edge()
    {
        var (wide, high) = (Blue.Width, Blue.Height);
        int[] places =
        [
            .. Enumerable
                .Range(0, wide * high)
                .Where(at => at % wide is 0 || at % wide == wide - 1 || at < wide || at >= wide * (high - 1)),
        ];
        var (r, g, b) = Rgb(
            Middle(at => Luma.At((at % wide * 2) + 0.5f, (at / wide * 2) + 0.5f)),
            Middle(at => Blue.Values[at]),
            Middle(at => Red.Values[at])
        );
        return ((byte)(r + 0.5f), (byte)(g + 0.5f), (byte)(b + 0.5f));

        float Middle(Func<int, float> value) => places.Select(value).Order().ElementAt(places.Length / 2);
    }

    public static LabColour Colour(float luma, float blueness, float redness)
    {
        var (red, green, blue) = Rgb(luma, blueness, redness);
        var (l, a, b) = LabGrid.Lab(red, green, blue);
        return new LabColour(l, a, b);
    }

    /// <summary>BT.709, limited range, as clips are; its numbers are taken for sRGB, as players do.</summary>
    private static (float R, float G, float B) Rgb(float luma, float blueness, float redness)
    {
        var y = 1.164384f * (luma - 16);
        var (cb, cr) = (blueness - 128, redness - 128);
        return (
            Math.Clamp(y + (1.792741f * cr), 0, 255),
            Math.Clamp(y - (0.213249f * cb) - (0.532909f * cr), 0, 255),
            Math.Clamp(y + (2.112402f * cb), 0, 255)
        );
    }
}
