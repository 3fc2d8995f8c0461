using CommerceVideo.Media;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Photos;
using CommerceVideo.VideoModels.Studio.Framing;

namespace CommerceVideo.Bench.Studio;

/// <summary>
/// Pictures the figures are taken on, drawn so that the bench needs no files: cloth-like detail for the cost, discs at
/// known places for the steadiness of a move.
/// </summary>
internal static class TestPicture
{
    public const int Width = 1296;
    public const int Height = 2304;

    /// <summary>Radius of a disc, its rim three pixels soft.</summary>
    public const double Radius = 22;

    public static IReadOnlyList<(double X, double Y)> Discs { get; } =
    [.. from y in Enumerable.Range(1, 7) from x in Enumerable.Range(1, 4) select (x * 259.2, y * 288.0)];

    /// <summary>How the studio frames these pictures.</summary>
    public static FramingFacts Facts { get; } =
        new(Width, Height, new PixelBox(0, 0, Width, Height), false, false, new AspectRatio(9, 16));

    public static PhotoStudy Cloth() => Study(ClothPixel);

    public static PhotoStudy Targets() => Study(TargetPixel);

    private static PhotoStudy Study(Func<int, int, (double Red, double Green, double Blue)> paint)
    {
        var rgba = new byte[Width * Height * 4];
        for (var at = 0; at < Width * Height; at++)
        {
            var (red, green, blue) = paint(at % Width, at / Width);
            rgba[at * 4] = Level(red);
            rgba[(at * 4) + 1] = Level(green);
            rgba[(at * 4) + 2] = Level(blue);
            rgba[(at * 4) + 3] = 255;
        }

        return new PhotoStudy(
            new Photo(Width, Height, rgba, false),
            "bench",
            new ProductMask(Width, Height, [], MaskKind.None, new PixelBox(0, 0, Width, Height), 1, 0),
            new Ground(GroundKind.Scene, 128, 128, 128, 2),
            null
        );
    }

    private static (double, double, double) ClothPixel(int x, int y)
    {
        var folds = 40 * Math.Sin((x / 170.0) + (0.6 * Math.Sin(y / 210.0)));
        var weave = 14 * Math.Sin(x * 0.9) * Math.Sin(y * 0.8);
        var grain = (Hash(x, y) - 0.5) * 12;
        var dots = Math.Sin(x / 17.0) * Math.Sin(y / 17.0) > 0.8 ? 60 : 0;
        var inside = Math.Abs(x - (Width / 2.0)) < 430 + (60 * Math.Sin(y / 300.0));
        return inside
            ? (150 + folds + weave + grain + dots, 50 + (0.4 * folds) + weave + grain + dots, 60 + weave + grain + dots)
            : (190 + (y / 40.0) + (grain / 3), 196 + (y / 44.0) + (grain / 3), 205 + (y / 50.0) + (grain / 3));
    }

    private static (double, double, double) TargetPixel(int x, int y)
    {
        var nearest = Discs.Min(disc => Math.Sqrt(Square(x + 0.5 - disc.X) + Square(y + 0.5 - disc.Y)));
        var cover = Math.Clamp((Radius + 1.5 - nearest) / 3, 0, 1);
        var light = 40 + (180 * cover * cover * (3 - (2 * cover)));
        return (light, light, light);
    }

    private static double Square(double value) => value * value;

    private static double Hash(int x, int y)
    {
        var mixed = unchecked((uint)((x * 374761393) + (y * 668265263)));
        mixed = unchecked((mixed ^ (mixed >> 13)) * 1274126177);
        return (mixed & 0xFFFF) / 65536.0;
    }

    private static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
