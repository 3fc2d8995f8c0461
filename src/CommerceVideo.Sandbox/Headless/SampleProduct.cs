using System.Globalization;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>A product as a merchant would add it.</summary>
internal sealed record SampleProduct(
    string Title,
    string Type,
    string Category,
    string Tags,
    string Price,
    string Photo
)
{
    /// <summary>From <c>02-dress-red-dots.jpg</c>: a "Dress Red Dots" of type "Dress".</summary>
    public static SampleProduct FromPhoto(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path)
            .Split(['-', '_', ' ', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.All(char.IsAsciiDigit))
            .Select(Capital)
            .ToArray();
        return words.Length == 0
            ? new SampleProduct("Product", "", "", "", "49.00", path)
            : new SampleProduct(string.Join(' ', words), words[0], "", string.Join(", ", words[1..]), "49.00", path);
    }

    /// <summary>As many as are asked for; asked for more than there are, they come round again under a numbered title.</summary>
    public static IReadOnlyList<SampleProduct> Take(IReadOnlyList<SampleProduct> products, int? count) =>
        [
            .. Enumerable
                .Range(0, count ?? products.Count)
                .Select(at =>
                    at < products.Count
                        ? products[at]
                        : products[at % products.Count] with
                        {
                            Title = $"{products[at % products.Count].Title} {(at / products.Count) + 1}",
                        }
                ),
        ];

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];
}
