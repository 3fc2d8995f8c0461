using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;

namespace CommerceVideo.Tests.VideoModels.Studio;

/// <summary>Pictures drawn for tests: a product on a ground, with the mask that is true by construction.</summary>
internal static class Drawn
{
    public static PhotoStudy Study(
        int width = 240,
        int height = 320,
        PixelBox? product = null,
        GroundKind ground = GroundKind.Graded,
        double confidence = 1
    )
    {
        var box = product ?? new PixelBox(width / 4, height / 4, width / 2, height / 2);
        var rgba = new byte[width * height * 4];
        var mask = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var cover = Cover(box, x, y);
                var at = (y * width) + x;
                mask[at] = (byte)Math.Round(cover * 255);
                Paint(rgba.AsSpan(at * 4, 4), x, y, cover, height, ground);
            }
        }

        var kind = ground switch
        {
            GroundKind.Transparent => MaskKind.Alpha,
            GroundKind.Scene => MaskKind.Scene,
            _ => MaskKind.PlainGround,
        };
        var coverage = mask.Sum(value => value / 255.0) / mask.Length;
        return new PhotoStudy(
            new Photo(width, height, rgba, ground == GroundKind.Transparent),
            "hash",
            new ProductMask(width, height, mask, kind, box, coverage, confidence),
            new Ground(ground, 225, 222, 218, 1),
            null
        );
    }

    /// <summary>A box with edges one pixel soft.</summary>
    private static double Cover(PixelBox box, int x, int y)
    {
        var inside = Math.Min(Math.Min(x - box.X, box.Right - 1 - x), Math.Min(y - box.Y, box.Bottom - 1 - y));
        return Math.Clamp((inside + 1) / 2.0, 0, 1);
    }

    private static void Paint(Span<byte> pixel, int x, int y, double cover, int height, GroundKind ground)
    {
        var shade = 235 - (30.0 * y / height) + (((x * 7) + (y * 13)) % 3) - 1;
        shade = ground == GroundKind.Scene ? 120 + (60 * Math.Sin(x / 9.0) * Math.Cos(y / 13.0)) : shade;
        var weave = 20 * ((x / 5) + (y / 5) & 1);
        var clear = ground == GroundKind.Transparent;
        pixel[0] = (byte)((cover * (150 + weave)) + ((1 - cover) * shade));
        pixel[1] = (byte)((cover * 40) + ((1 - cover) * shade));
        pixel[2] = (byte)((cover * (60 + weave)) + ((1 - cover) * (shade - 6)));
        pixel[3] = clear ? (byte)Math.Round(cover * 255) : (byte)255;
    }
}
