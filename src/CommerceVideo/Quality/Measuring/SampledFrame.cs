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

    /// <summary>BT.709, limited range, as clips are; its numbers are taken for sRGB, as players do.</summary>
    public static LabColour Colour(float luma, float blueness, float redness)
    {
        var y = 1.164384f * (luma - 16);
        var (cb, cr) = (blueness - 128, redness - 128);
        var (l, a, b) = LabGrid.Lab(
            Math.Clamp(y + (1.792741f * cr), 0, 255),
            Math.Clamp(y - (0.213249f * cb) - (0.532909f * cr), 0, 255),
            Math.Clamp(y + (2.112402f * cb), 0, 255)
        );
        return new LabColour(l, a, b);
    }
}
