using System.Globalization;
using System.Text;

namespace CommerceVideo.Finishing.Words;

/// <summary>A piece of text that is never parted, and whether a space stands before it.</summary>
public readonly record struct TextPiece(string Text, bool Spaced);

/// <summary>Where lines may break: at spaces, and between signs in scripts that are written without any.</summary>
public static class TextBreaks
{
    public static IReadOnlyList<TextPiece> Of(string text)
    {
        var pieces = new List<TextPiece>();
        foreach (var word in text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var spaced = pieces.Count > 0;
            if (!word.EnumerateRunes().Any(IsUnspaced))
            {
                pieces.Add(new TextPiece(word, spaced));
                continue;
            }

            foreach (var sign in Signs(word))
            {
                pieces.Add(new TextPiece(sign, spaced));
                spaced = false;
            }
        }

        return pieces;
    }

    /// <summary>Written from the right: by the first letter that has a direction.</summary>
    public static bool FromRight(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsFromRight(rune.Value))
            {
                return true;
            }

            if (Rune.IsLetter(rune))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Closing signs stay with what is before them, opening ones with what comes after.</summary>
    private static IEnumerable<string> Signs(string word)
    {
        var held = "";
        for (var at = 0; at < word.Length; )
        {
            var sign = StringInfo.GetNextTextElement(word, at);
            at += sign.Length;
            if (held.Length > 0 && !Closes(sign) && !Opens(held))
            {
                yield return held;
                held = "";
            }

            held += sign;
        }

        yield return held;
    }

    private static bool Closes(string sign) =>
        Rune.GetUnicodeCategory(Rune.GetRuneAt(sign, 0))
            is UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation;

    private static bool Opens(string held) =>
        char.GetUnicodeCategory(held[^1]) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    /// <summary>Chinese and Japanese signs and kana. Thai and its neighbours need a dictionary, and break at spaces only.</summary>
    private static bool IsUnspaced(Rune rune) =>
        rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsFromRight(int value) =>
        value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);
}
