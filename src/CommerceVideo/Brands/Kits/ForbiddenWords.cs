using System.Globalization;

namespace CommerceVideo.Brands.Kits;

/// <summary>
/// Finds words that a brand does not want to be read, whatever their case and the spaces between them: whole ones, so that
/// “cheap” is found in “Cheap!” and not in “cheaply”. Pure.
/// </summary>
internal static class ForbiddenWords
{
    /// <returns>The first that the text has; null for none.</returns>
    public static string? First(string text, IReadOnlyList<string>? forbidden)
    {
        var said = Plain(text);
        return forbidden?.FirstOrDefault(word => Has(said, Plain(word)));
    }

    private static bool Has(string text, string word)
    {
        for (
            var at = word.Length == 0 ? -1 : text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            if (Ends(text, at - 1, at) && Ends(text, at + word.Length - 1, at + word.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word ends between these two places.</summary>
    private static bool Ends(string text, int before, int after) =>
        before < 0
        || after >= text.Length
        || !IsLetter(text[before])
        || !IsLetter(text[after])
        || IsUnspaced(text[before])
        || IsUnspaced(text[after]);

    private static bool IsLetter(char sign) =>
        char.IsLetterOrDigit(sign)
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Of scripts that put no spaces between words: Thai, Lao, Khmer, Burmese, kana and Chinese characters.</summary>
    private static bool IsUnspaced(char sign) =>
        sign
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3040' and <= '\u30FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF');

    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
