using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>How the product's shadow darkens the plain ground it lies on, smoothly and for every pixel.</summary>
internal static class ShadowMap
{
    private const float LeastShare = 0.002f;
    private const byte NoShadow = 255;

    public static byte[]? Of(Photo photo, LabGrid grid, bool[] shadow, bool[] product, GroundFit fit)
    {
        if (shadow.Count(set => set) < LeastShare * shadow.Length)
        {
            return null;
        }

        var weight = new float[shadow.Length];
        var light = new float[shadow.Length];
        for (var cell = 0; cell < shadow.Length; cell++)
        {
            // Under the product the shadow is unseen: what is near it is carried in.
            weight[cell] = product[cell] ? 0 : 1;
            light[cell] = weight[cell] * (shadow[cell] ? Factor(grid.Light[cell], fit.At(cell).L) : 1);
        }

        var known = Cells.Blurred(weight, grid.Width, 3);
        var smooth = Cells.Blurred(light, grid.Width, 3);
        var map = new byte[photo.Width * photo.Height];
        for (var i = 0; i < map.Length; i++)
        {
            var cell =
                (i / photo.Width * grid.Height / photo.Height * grid.Width)
                + (i % photo.Width * grid.Width / photo.Width);
            map[i] = known[cell] < 0.02f ? NoShadow : (byte)(255 * Math.Clamp(smooth[cell] / known[cell], 0, 1));
        }

        return map;
    }

    /// <summary>Lightness is close to proportional to the stored values, which is what the map multiplies.</summary>
    private static float Factor(float seen, float ground) => Math.Clamp(seen / Math.Max(1, ground), 0, 1);
}
