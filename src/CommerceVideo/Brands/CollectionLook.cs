using System.Globalization;
using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Masks;

namespace CommerceVideo.Brands;

/// <summary>
/// Whether the products of one collection stand in one look: what kind of ground most of them have, how light and what tint it
/// is, and which stand apart. Pure.
/// </summary>
/// <param name="Compared">Products with a picture whose ground is known.</param>
/// <param name="Ground">What most stand on: <c>plain</c> or <c>scene</c>; null where there is no most, or too few to say.</param>
/// <param name="Colour">Of the plain grounds, their middle in CIELAB; null where they are scenes.</param>
/// <param name="Spread">The middle distance of plain grounds from their middle, in CIEDE2000.</param>
internal sealed record CollectionLook(
    int Compared,
    string? Ground,
    IReadOnlyList<double>? Colour,
    double? Spread,
    IReadOnlyList<OddProduct> Odd
)
{
    /// <summary>Of two nobody can say which one is odd.</summary>
    private const int Fewest = 3;

    /// <summary>Nearer than this nobody sees two grounds as different across a page.</summary>
    private const double Near = 4;

    /// <summary>Where a collection is mixed on purpose, its own middle distance says what is usual.</summary>
    private const double Usual = 3;

    /// <summary>A tint counts as one from here, in CIELAB.</summary>
    private const double Tint = 2;

    /// <param name="products">One picture of each.</param>
    public static CollectionLook Of(IReadOnlyList<ShownGround> products)
    {
        var plain = products
            .Where(static one => one is { Kind: GroundKind.Plain or GroundKind.Graded, Colour: not null })
            .ToList();
        var scenes = products.Where(static one => one.Kind == GroundKind.Scene).ToList();
        var compared = plain.Count + scenes.Count;
        if (compared < Fewest || plain.Count == scenes.Count)
        {
            return new CollectionLook(compared, null, null, null, []);
        }

        return plain.Count > scenes.Count
            ? Plain(compared, plain, scenes)
            : new CollectionLook(
                compared,
                "scene",
                null,
                null,
                [
                    .. plain.Select(static one => new OddProduct(
                        one.Product,
                        one.Title,
                        null,
                        "It stands on a plain ground; most others are in a scene."
                    )),
                ]
            );
    }

    private static CollectionLook Plain(int compared, List<ShownGround> plain, List<ShownGround> scenes)
    {
        var colours = plain.ConvertAll(static one => one.Colour!.Value);
        var middle = new LabColour(
            Median(colours.Select(static one => one.L)),
            Median(colours.Select(static one => one.A)),
            Median(colours.Select(static one => one.B))
        );
        var apart = colours.ConvertAll(colour => CieDe2000.Between(colour, middle));
        var (spread, limit) = (Median(apart), Math.Max(Near, Usual * Median(apart)));
        var odd = plain
            .Zip(apart)
            .Where(one => plain.Count >= Fewest && one.Second > limit)
            .OrderByDescending(static one => one.Second)
            .Select(one => new OddProduct(
                one.First.Product,
                one.First.Title,
                Math.Round(one.Second, 1),
                $"Its ground is {Difference(one.First.Colour!.Value - middle)} than the others'."
            ));
        var inScenes = scenes.Select(static one => new OddProduct(
            one.Product,
            one.Title,
            null,
            "It is in a scene; most others stand on a plain ground."
        ));
        return new CollectionLook(
            compared,
            "plain",
            [Math.Round(middle.L, 1), Math.Round(middle.A, 1), Math.Round(middle.B, 1)],
            Math.Round(spread, 1),
            [.. odd, .. inScenes]
        );
    }

    /// <summary>As a photographer says it: how much light, and which tint.</summary>
    private static string Difference(LabColour from)
    {
        var light =
            from.L > Tint ? "lighter"
            : from.L < -Tint ? "darker"
            : null;
        var warmth =
            from.B > Tint ? "warmer"
            : from.B < -Tint ? "cooler"
            : null;
        var tint =
            from.A > Tint ? "more magenta"
            : from.A < -Tint ? "greener"
            : null;
        string[] words = [.. new[] { light, warmth, tint }.OfType<string>()];
        return words.Length == 0 ? "of another tone" : string.Join(" and ", words);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>What a product stands on in its first picture.</summary>
/// <param name="Product">Shopify's global id.</param>
/// <param name="Colour">Null where it was not kept.</param>
internal sealed record ShownGround(string Product, string Title, GroundKind Kind, LabColour? Colour)
{
    public static ShownGround Of(string product, string title, PictureFacts facts) =>
        new(
            product,
            title,
            facts.Ground,
            facts.GroundColour is { } colour && Rgb.Parse(colour) is { } rgb
                ? LabColour.OfRgb(rgb.Red, rgb.Green, rgb.Blue)
                : null
        );
}

/// <param name="Distance">From the middle of the collection's grounds, in CIEDE2000; null for another kind of ground.</param>
/// <param name="Text">What is different, for a person.</param>
internal sealed record OddProduct(string Product, string Title, double? Distance, string Text);
