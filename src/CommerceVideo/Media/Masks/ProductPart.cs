namespace CommerceVideo.Media.Masks;

/// <summary>Where on a person, and so in a picture, a kind of product is usually seen.</summary>
internal enum ProductPart
{
    Anywhere,
    Head,
    Torso,
    Body,
    Legs,
    Feet,
}

internal static class ProductParts
{
    private static readonly (ProductPart Part, string[] Words)[] Words =
    [
        (ProductPart.Head, ["hat", "cap", "beanie", "headband", "glasses", "sunglasses", "earring", "helmet", "scarf"]),
        (
            ProductPart.Feet,
            ["shoe", "sneaker", "boot", "sandal", "heel", "trainer", "slipper", "sock", "footwear", "hi-top"]
        ),
        (ProductPart.Legs, ["jean", "trouser", "pant", "short", "legging", "skirt", "chino", "jogger", "tights"]),
        (
            ProductPart.Body,
            ["dress", "jumpsuit", "overall", "romper", "gown", "coat", "suit", "robe", "swimsuit", "playsuit"]
        ),
        (
            ProductPart.Torso,
            [
                "tee",
                "t-shirt",
                "tshirt",
                "shirt",
                "top",
                "hoodie",
                "sweater",
                "sweatshirt",
                "jumper",
                "jacket",
                "blouse",
                "polo",
                "cardigan",
                "vest",
                "tank",
                "pullover",
                "knitwear",
                "blazer",
                "bra",
            ]
        ),
    ];

    /// <param name="words">A product type, category or title; whatever the merchant wrote.</param>
    public static ProductPart Of(string? words)
    {
        var said = (words ?? "")
            .ToLowerInvariant()
            .Split([' ', ',', '/', '>', '&', '-', '(', ')', '.'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (part, names) in Words)
        {
            if (
                said.Any(word =>
                    names.Contains(word, StringComparer.Ordinal) || names.Contains(Single(word), StringComparer.Ordinal)
                )
            )
            {
                return part;
            }
        }

        return ProductPart.Anywhere;
    }

    private static string Single(string word) =>
        word.EndsWith("es", StringComparison.Ordinal)
        && (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
            ? word[..^2]
            : word.TrimEnd('s');
}
