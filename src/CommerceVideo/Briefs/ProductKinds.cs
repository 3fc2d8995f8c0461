using System.Collections.Frozen;

namespace CommerceVideo.Briefs;

/// <summary>Reads the kind from what the merchant wrote; the more deliberate field wins.</summary>
public static class ProductKinds
{
    private static readonly FrozenDictionary<string, ProductKind> Words = new Dictionary<string, ProductKind>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["dress"] = ProductKind.LongGarment,
        ["gown"] = ProductKind.LongGarment,
        ["coat"] = ProductKind.LongGarment,
        ["jean"] = ProductKind.LongGarment,
        ["trouser"] = ProductKind.LongGarment,
        ["pant"] = ProductKind.LongGarment,
        ["legging"] = ProductKind.LongGarment,
        ["skirt"] = ProductKind.LongGarment,
        ["jumpsuit"] = ProductKind.LongGarment,
        ["tee"] = ProductKind.Garment,
        ["shirt"] = ProductKind.Garment,
        ["top"] = ProductKind.Garment,
        ["blouse"] = ProductKind.Garment,
        ["hoodie"] = ProductKind.Garment,
        ["sweater"] = ProductKind.Garment,
        ["sweatshirt"] = ProductKind.Garment,
        ["jumper"] = ProductKind.Garment,
        ["jacket"] = ProductKind.Garment,
        ["cardigan"] = ProductKind.Garment,
        ["beanie"] = ProductKind.Garment,
        ["hat"] = ProductKind.Garment,
        ["cap"] = ProductKind.Garment,
        ["short"] = ProductKind.Garment,
        ["clothing"] = ProductKind.Garment,
        ["shoe"] = ProductKind.Footwear,
        ["sneaker"] = ProductKind.Footwear,
        ["trainer"] = ProductKind.Footwear,
        ["boot"] = ProductKind.Footwear,
        ["sandal"] = ProductKind.Footwear,
        ["heel"] = ProductKind.Footwear,
        ["footwear"] = ProductKind.Footwear,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static ProductKind Read(ProductFacts product)
    {
        // A taxonomy path runs from the general to the particular, so its last words say most.
        var fields = new[] { product.Type, product.Category, product.Title }.Concat(product.Tags);
        foreach (var field in fields)
        {
            foreach (var word in Split(field).Reverse())
            {
                if (Words.TryGetValue(word, out var kind) || Words.TryGetValue(Singular(word), out kind))
                {
                    return kind;
                }
            }
        }

        return ProductKind.Standing;
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split(
            [' ', '-', '/', '>', ',', '&', '(', ')', '.'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private static string Singular(string word) =>
        word.EndsWith("sses", StringComparison.OrdinalIgnoreCase) ? word[..^2]
        : word.EndsWith('s') ? word[..^1]
        : word;
}
