namespace CommerceVideo.Publishing;

/// <summary>What a screen reader says of a product's video.</summary>
internal static class AltText
{
    /// <summary>Shopify's limit (fileUpdate, ALT_VALUE_LIMIT_EXCEEDED).</summary>
    private const int Most = 512;

    public static string Of(string title)
    {
        var text = $"Video of {title.Trim()}";
        return text.Length <= Most ? text : $"{text[..(Most - 1)]}…";
    }
}
