namespace CommerceVideo.VideoModels.Prompts;

/// <summary>Reads the material from a merchant's words, and says how it behaves; pure.</summary>
public static class Fabrics
{
    // More particular words first: a "leather jacket" is leather, a "knit coat" a knit.
    private static readonly (Fabric Fabric, string[] Words)[] Vocabulary =
    [
        (Fabric.Leather, ["leather", "suede", "nubuck", "shearling"]),
        (Fabric.Sheer, ["lace", "chiffon", "tulle", "organza", "mesh", "sheer", "voile"]),
        (
            Fabric.Knit,
            [
                "knit",
                "knitted",
                "cable",
                "rib",
                "wool",
                "cashmere",
                "crochet",
                "sweater",
                "jumper",
                "cardigan",
                "beanie",
            ]
        ),
        (
            Fabric.FluidDrape,
            ["silk", "satin", "viscose", "rayon", "jersey", "modal", "crepe", "slip", "dress", "gown", "skirt"]
        ),
        (Fabric.Outerwear, ["coat", "parka", "puffer", "down", "anorak", "jacket", "raincoat", "trench", "blazer"]),
        (
            Fabric.StructuredWoven,
            [
                "denim",
                "jean",
                "jeans",
                "twill",
                "poplin",
                "oxford",
                "canvas",
                "chino",
                "chinos",
                "shirt",
                "trousers",
                "linen",
                "corduroy",
            ]
        ),
    ];

    /// <param name="fields">The merchant's words, the most deliberate first.</param>
    /// <returns>Null when nothing says what it is made of.</returns>
    public static Fabric? Read(IEnumerable<string?> fields)
    {
        var words = fields
            .SelectMany(static field =>
                (field ?? "").Split([' ', '-', '/', ',', '(', ')', '&', '>'], StringSplitOptions.RemoveEmptyEntries)
            )
            .Select(static word => word.ToLowerInvariant())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (fabric, known) in Vocabulary)
        {
            if (known.Any(words.Contains))
            {
                return fabric;
            }
        }

        return null;
    }

    /// <summary>How it moves, as one sentence without its full stop.</summary>
    public static string Behaviour(Fabric fabric) =>
        fabric switch
        {
            Fabric.StructuredWoven => "the woven cloth holds its folds and seams and barely moves",
            Fabric.FluidDrape => "the light cloth falls and sways softly, and its hem keeps its line",
            Fabric.Knit => "the knit keeps every stitch and its weight, with only a slight sway",
            Fabric.Outerwear => "the garment moves as one piece and keeps its volume",
            Fabric.Leather => "the leather keeps its shape and soft highlights glide over its grain",
            Fabric.Sheer => "the sheer cloth floats lightly and light shows through it",
            _ => throw new ArgumentOutOfRangeException(nameof(fabric)),
        };
}
