using CommerceVideo.Media.Photos;

namespace CommerceVideo.Bench.Masks;

/// <summary>A picture drawn by the project with a product whose true mask is known.</summary>
internal sealed record DrawnProduct(string Name, Photo Photo, byte[] Truth)
{
    private const int Width = 600;
    private const int Height = 800;

    /// <summary>Every other stripe has the ground's own colour: told from a row of belts only by knowing shirts. Measured, not promised.</summary>
    public const string GroundColoured = "stripes-like-the-ground";

    private delegate (double R, double G, double B) Paint(double x, double y);

    private delegate bool Shape(double x, double y);

    private static readonly Lazy<IReadOnlyList<DrawnProduct>> Drawn = new(() =>
        [
            Draw("dark-shirt-on-white", Shirt, (x, y) => Fold(60, 70, 90, x, y), (_, _) => (250, 250, 250), noise: 1.5),
            Draw(
                "pale-shirt-on-white",
                Shirt,
                (x, y) => Fold(226, 222, 214, x, y),
                (_, _) => (252, 252, 252),
                noise: 0.8
            ),
            Draw("bag-with-handle", Bag, (x, y) => Fold(190, 60, 40, x, y), (_, _) => (235, 236, 238), noise: 2),
            Draw("striped-shirt-on-sweep", Shirt, (x, y) => Stripes(242, x, y), (x, y) => Sweep(x, y), noise: 2),
            Draw(GroundColoured, Shirt, (x, y) => Stripes(218, x, y), (x, y) => Sweep(x, y), noise: 2),
            Draw("shoe-with-shadow", Shoe, (x, y) => Fold(40, 90, 150, x, y), Shadowed, noise: 1.5),
            Draw(
                "shirt-over-the-edge",
                WideShirt,
                (x, y) => Fold(30, 110, 80, x, y),
                (_, _) => (240, 238, 230),
                noise: 2
            ),
            Draw("shirt-before-shelves", Shirt, (x, y) => Fold(150, 40, 50, x, y), Shelves, noise: 3),
        ]
    );

    public static IReadOnlyList<DrawnProduct> All() => Drawn.Value;

    private static DrawnProduct Draw(string name, Shape shape, Paint product, Paint ground, double noise)
    {
        var rgba = new byte[Width * Height * 4];
        var truth = new byte[Width * Height];
        var random = new Random(name.Length);
        for (var i = 0; i < truth.Length; i++)
        {
            var (x, y) = ((i % Width) + 0.5, (i / Width) + 0.5);
            var cover = Cover(shape, x, y);
            truth[i] = (byte)Math.Round(255 * cover);
            var (p, g) = (product(x / Width, y / Height), ground(x / Width, y / Height));
            var grain = noise * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            rgba[4 * i] = Level((p.R * cover) + (g.R * (1 - cover)) + grain);
            rgba[(4 * i) + 1] = Level((p.G * cover) + (g.G * (1 - cover)) + grain);
            rgba[(4 * i) + 2] = Level((p.B * cover) + (g.B * (1 - cover)) + grain);
            rgba[(4 * i) + 3] = 255;
        }

        return new DrawnProduct(name, new Photo(Width, Height, rgba, HasAlpha: false), truth);
    }

    /// <summary>How much of the pixel the shape covers, from sixteen points.</summary>
    private static double Cover(Shape shape, double x, double y)
    {
        var corner = shape((x - 1) / Width, (y - 1) / Height);
        if (
            corner == shape((x + 1) / Width, (y - 1) / Height)
            && corner == shape((x - 1) / Width, (y + 1) / Height)
            && corner == shape((x + 1) / Width, (y + 1) / Height)
        )
        {
            return corner ? 1 : 0;
        }

        var inside = 0;
        for (var s = 0; s < 16; s++)
        {
            inside += shape((x + ((s % 4) / 4.0) - 0.375) / Width, (y + ((s / 4) / 4.0) - 0.375) / Height) ? 1 : 0;
        }

        return inside / 16.0;
    }

    private static byte Level(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);

    private static bool Shirt(double x, double y)
    {
        var body = Math.Abs(x - 0.5) < 0.22 + (0.03 * Math.Sin(9 * y)) && y is > 0.2 and < 0.82;
        var sleeves =
            Math.Abs(x - 0.5) < 0.38 && y > 0.2 + (0.35 * Math.Abs(x - 0.5)) && y < 0.36 + (0.2 * Math.Abs(x - 0.5));
        var neck = Math.Pow((x - 0.5) / 0.09, 2) + Math.Pow((y - 0.19) / 0.06, 2) < 1;
        return (body || sleeves) && !neck;
    }

    private static bool WideShirt(double x, double y) => Shirt(0.5 + ((x - 0.5) * 0.75), (y * 0.8) + 0.02);

    private static bool Bag(double x, double y)
    {
        var body = Math.Abs(x - 0.5) < 0.25 && y is > 0.38 and < 0.88;
        var ring = Math.Sqrt(Math.Pow((x - 0.5) / 0.16, 2) + Math.Pow((y - 0.38) / 0.24, 2));
        return body || (y <= 0.38 && ring is > 0.78 and < 1);
    }

    private static bool Shoe(double x, double y) =>
        Math.Pow((x - 0.5) / 0.33, 2) + Math.Pow((y - 0.52) / 0.12, 2) < 1
        || (x is > 0.2 and < 0.4 && y is > 0.34 and < 0.52);

    private static (double, double, double) Fold(double r, double g, double b, double x, double y)
    {
        var shade = 1 + (0.08 * Math.Sin((14 * x) + (5 * y))) - (0.04 * Math.Cos(11 * y));
        return (Math.Min(250, r * shade), Math.Min(248, g * shade), Math.Min(246, b * shade));
    }

    private static (double, double, double) Stripes(double pale, double x, double y) =>
        Math.Sin(90 * y) > 0.2 ? (30, 40, 80) : Fold(pale, pale, pale - 4, x, y);

    private static (double, double, double) Sweep(double x, double y)
    {
        var light = 205 - (45 * y) + (12 * x);
        return (light, light + 2, light + 6);
    }

    private static (double, double, double) Shadowed(double x, double y)
    {
        var reach = Math.Pow((x - 0.52) / 0.40, 2) + Math.Pow((y - 0.66) / 0.09, 2);
        var light = 238 * (1 - (0.30 * Math.Exp(-2 * reach)));
        return (light, light, light);
    }

    /// <summary>Out of focus: broad soft bands and blobs of several colours.</summary>
    private static (double, double, double) Shelves(double x, double y)
    {
        var band = Math.Sin(7 * y) * 35;
        var blob = 40 * Math.Sin((5 * x) + 1) * Math.Cos(6 * y);
        return (140 + band, 150 + band + (blob / 2), 150 + band - blob);
    }
}
