using System.Text.RegularExpressions;
using CommerceVideo.Finishing.Words;

namespace CommerceVideo.Finishing.Variations;

/// <summary>The words of a hook in a brand's language, with what is known of the product. Pure.</summary>
internal static partial class HookText
{
    private const string AnyLanguage = "any";

    public static IReadOnlyList<string> Known { get; } = ["title", "vendor", "price", "before", "hook", "line"];

    public static IEnumerable<string> Unknown(string text) =>
        Places()
            .Matches(text)
            .Select(static match => match.Groups["place"].Value)
            .Where(static one => !Known.Contains(one));

    /// <returns>The words, or why they cannot be said of this product by this brand.</returns>
    public static (string? Said, string? Why) Of(IReadOnlyDictionary<string, string> hook, FilmWords words)
    {
        var language = words.Kit.Language;
        var text =
            hook.GetValueOrDefault(language.ToLowerInvariant())
            ?? hook.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant())
            ?? hook.GetValueOrDefault(AnyLanguage);
        if (text is null)
        {
            return (null, $"its hook is not written in the brand's language ({language})");
        }

        string? lacking = null;
        var said = Places()
            .Replace(
                text,
                match =>
                {
                    var value = Value(match.Groups["place"].Value, words);
                    lacking ??= value is null ? match.Groups["place"].Value : null;
                    return value ?? "";
                }
            );
        return lacking is null ? (said.Trim(), null) : (null, $"its hook needs {Named(lacking)}");
    }

    private static string? Value(string place, FilmWords words) =>
        place switch
        {
            "title" => Filled(words.Title),
            "vendor" => Filled(words.Vendor),
            "price" => words.Offer is { } offer ? Wording.Price(offer, words.Kit) : null,
            "before" => words.Offer is { Before: { } before } now && before > now.Price
                ? PriceText.Of(before, words.Kit.Language)
                : null,
            "hook" => Filled(words.Kit.Hook),
            _ => Filled(words.Kit.EndCard?.Line),
        };

    private static string Named(string place) =>
        place switch
        {
            "title" => "the product's name",
            "vendor" => "the product's vendor",
            "price" => "the product's price",
            "before" => "a higher price to compare with",
            "hook" => "a hook in the brand kit",
            _ => "an end card's line in the brand kit",
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"\{(?<place>\w+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();
}
