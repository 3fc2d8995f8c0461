using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>The file's own alpha channel as the mask, where it cuts something out (and does not just round the corners).</summary>
internal static class AlphaMask
{
    private const double Least = 0.005;
    private const double Most = 0.97;

    public static ProductMask? Of(Photo photo)
    {
        if (!photo.HasAlpha)
        {
            return null;
        }

        var alpha = new byte[photo.Width * photo.Height];
        long veiled = 0;
        for (var i = 0; i < alpha.Length; i++)
        {
            alpha[i] = photo.Rgba[(4 * i) + 3];
            veiled += alpha[i] is > 16 and < 240 ? 1 : 0;
        }

        var (box, coverage) = MaskShape.Measure(alpha, photo.Width, photo.Height);
        return coverage is < Least or > Most
            ? null
            : new ProductMask(
                photo.Width,
                photo.Height,
                alpha,
                MaskKind.Alpha,
                box,
                coverage,
                Math.Clamp(1 - (veiled / (coverage * alpha.Length)), 0.3, 1)
            );
    }

    public static bool? Person(Photo photo, LabGrid grid) => Skin.Of(Opaque(photo, grid), groundIsPlain: true).Person;

    /// <summary>What is transparent has no colour to speak of: it must not count as skin.</summary>
    private static LabGrid Opaque(Photo photo, LabGrid grid)
    {
        for (var cell = 0; cell < grid.Light.Length; cell++)
        {
            var x = ((cell % grid.Width * 2) + 1) * photo.Width / (2 * grid.Width);
            var y = ((cell / grid.Width * 2) + 1) * photo.Height / (2 * grid.Height);
            if (photo.Rgba[(((y * photo.Width) + x) * 4) + 3] < 128)
            {
                (grid.Light[cell], grid.A[cell], grid.B[cell]) = (100, 0, 0);
            }
        }

        return grid;
    }
}
