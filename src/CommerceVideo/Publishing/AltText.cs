namespace CommerceVideo.Publishing;

/// <summary>What a screen reader says of a product's video.</summary>
internal static class AltText
{
    /// <summary>Shopify's limit (fileUpdate, ALT_VALUE_LIMIT_EXCEEDED).</summary>
    private const int Most = 512;

    public static string Of(string title)
    {
        var text = $"Video of {title.Trim()}";
        return text.Length <= Most ? text : $"{text[..End(text)]}…";
    }

    // A letter outside the first plane is two characters that must stay together.
    private static int End(string text) => char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1;
}
