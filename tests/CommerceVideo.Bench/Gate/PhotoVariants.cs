using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Gate;

/// <summary>
/// More photos from one: the same product as another shop would have photographed it. They stay on their photo's side of the
/// split, and the table counts them apart from photos.
/// </summary>
internal static class PhotoVariants
{
    private static readonly (byte R, byte G, byte B) Dark = (38, 40, 46);
    private static readonly (byte R, byte G, byte B) Bright = (236, 233, 228);

    public static IEnumerable<(string Name, Photo Photo)> Of(PhotoStudy study)
    {
        if (study.Mask.Kind is MaskKind.Alpha or MaskKind.PlainGround)
        {
            yield return ("other-ground", OnGround(study));
        }

        yield return ("relit", Relit(study.Photo));
        if (study.Mask.Kind != MaskKind.None && Close(study) is { } close)
        {
            yield return ("close", close);
        }
    }

    /// <summary>Cut out and laid on a dark ground; on a bright one where its own is dark.</summary>
    private static Photo OnGround(PhotoStudy study)
    {
        var (photo, ground) = (study.Photo, study.Ground);
        var dark = ground.Kind != GroundKind.Transparent && ground.Red + ground.Green + ground.Blue < 3 * 110;
        var (red, green, blue) = dark ? Bright : Dark;
        var rgba = (byte[])photo.Rgba.Clone();
        for (var at = 0; at < study.Mask.Alpha.Length; at++)
        {
            var cover = study.Mask.Alpha[at];
            rgba[4 * at] = Mixed(rgba[4 * at], red, cover);
            rgba[(4 * at) + 1] = Mixed(rgba[(4 * at) + 1], green, cover);
            rgba[(4 * at) + 2] = Mixed(rgba[(4 * at) + 2], blue, cover);
            rgba[(4 * at) + 3] = 255;
        }

        return photo with
        {
            Rgba = rgba,
            HasAlpha = false,
        };
    }

    /// <summary>Mirrored, darker, in warmer light.</summary>
    private static Photo Relit(Photo photo)
    {
        var rgba = new byte[photo.Rgba.Length];
        for (var at = 0; at < rgba.Length / 4; at++)
        {
            var from = (at / photo.Width * photo.Width) + photo.Width - 1 - (at % photo.Width);
            rgba[4 * at] = Lit(photo.Rgba[4 * from], 0.96);
            rgba[(4 * at) + 1] = Lit(photo.Rgba[(4 * from) + 1], 0.9);
            rgba[(4 * at) + 2] = Lit(photo.Rgba[(4 * from) + 2], 0.82);
            rgba[(4 * at) + 3] = photo.Rgba[(4 * from) + 3];
        }

        return photo with
        {
            Rgba = rgba,
        };
    }

    /// <summary>Cropped to the product and little more; null where it is that already, or would be too small to buy a clip of.</summary>
    private static Photo? Close(PhotoStudy study)
    {
        var (photo, box) = (study.Photo, study.Mask.Box);
        var (asideX, asideY) = (box.Width / 14, box.Height / 14);
        var (left, top) = (Math.Max(0, box.X - asideX), Math.Max(0, box.Y - asideY));
        var (width, height) = (
            Math.Min(photo.Width, box.Right + asideX) - left,
            Math.Min(photo.Height, box.Bottom + asideY) - top
        );
        if ((double)width * height > 0.8 * photo.Width * photo.Height || Math.Min(width, height) < 240)
        {
            return null;
        }

        var rgba = new byte[4 * width * height];
        for (var row = 0; row < height; row++)
        {
            photo.Rgba.AsSpan(4 * (((top + row) * photo.Width) + left), 4 * width).CopyTo(rgba.AsSpan(4 * row * width));
        }

        return photo with
        {
            Width = width,
            Height = height,
            Rgba = rgba,
        };
    }

    private static byte Mixed(byte product, byte ground, byte cover) =>
        (byte)(((product * cover) + (ground * (255 - cover))) / 255);

    private static byte Lit(byte value, double tint) => (byte)(255 * Math.Pow(value / 255.0, 1.15) * tint);
}
