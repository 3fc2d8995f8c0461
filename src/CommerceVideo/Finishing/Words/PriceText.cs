using System.Collections.Frozen;
using System.Globalization;
using CommerceVideo.Platform;

namespace CommerceVideo.Finishing.Words;

/// <summary>A price as shoppers of a language read it. The program runs without the machine's own tables, so these few are here.</summary>
public static class PriceText
{
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["JPY"] = "¥",
        ["CNY"] = "¥",
        ["INR"] = "₹",
        ["ILS"] = "₪",
        ["KRW"] = "₩",
        ["TRY"] = "₺",
        ["PLN"] = "zł",
        ["CZK"] = "Kč",
        ["SEK"] = "kr",
        ["NOK"] = "kr",
        ["DKK"] = "kr",
        ["UAH"] = "₴",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Whole = ["JPY", "KRW", "VND", "CLP", "ISK", "HUF"];

    /// <summary>The sign stands first.</summary>
    private static readonly string[] SignFirst = ["en", "ja", "zh", "ko", "hi", "nl", "tr"];

    /// <summary>A point parts the cents.</summary>
    private static readonly string[] Point = ["en", "ja", "zh", "ko", "hi", "he", "th", "ar"];

    public static string Of(Money price, string language)
    {
        var word = language.Split('-')[0].ToLowerInvariant();
        var decimals = Whole.Contains(price.Currency, StringComparer.Ordinal) ? 0 : 2;
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        if (!Point.Contains(word, StringComparer.Ordinal))
        {
            (format.NumberDecimalSeparator, format.NumberGroupSeparator) = (",", ".");
        }

        var digits = price.Amount.ToString($"N{decimals}", format);
        var known = Symbols.TryGetValue(price.Currency, out var symbol);
        // A currency without a sign of its own is named; it never stands for another one's.
        return !known ? $"{digits}\u00A0{price.Currency}"
            : SignFirst.Contains(word, StringComparer.Ordinal) ? $"{symbol}{digits}"
            : $"{digits}\u00A0{symbol}";
    }
}
