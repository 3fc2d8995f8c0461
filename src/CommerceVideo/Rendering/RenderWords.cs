using System.Globalization;
using CommerceVideo.Brands.Kits;
using CommerceVideo.Finishing;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Platform;

namespace CommerceVideo.Rendering;

/// <summary>What is written on the films, from the command line.</summary>
internal static class RenderWords
{
    public static (FilmWords? Words, KitContent Kit, string? Wrong) Read(IReadOnlyDictionary<string, string> given)
    {
        string[] asked = ["--brand", "--hook", "--price", "--was"];
        if (!asked.Any(given.ContainsKey))
        {
            return (null, KitContent.Empty, null);
        }

        var (kit, wrong) = given.TryGetValue("--brand", out var file) ? KitFolder.Read(file) : (KitContent.Empty, null);
        if (kit is null)
        {
            return (null, KitContent.Empty, wrong);
        }

        kit = given.TryGetValue("--hook", out var hook) ? kit with { Hook = hook } : kit;

        var (price, before) = (ReadMoney(given, "--price"), ReadMoney(given, "--was"));
        if ((given.ContainsKey("--price") && price is null) || (given.ContainsKey("--was") && before is null))
        {
            return (null, kit, "A price is an amount and a currency, such as \"49.00 EUR\".");
        }

        if (before is not null && (price is null || price.Value.Currency != before.Value.Currency))
        {
            return (null, kit, "--was needs a --price of the same currency.");
        }

        var words = KitWords.Of(kit, given.GetValueOrDefault("--title", ""));
        return (
            new FilmWords(WordKit.Of(kit, words), price is { } now ? new Offer(now, before) : null)
            {
                LeftOut = words.LeftOut,
                Forbidden = kit.ForbiddenWords ?? [],
            },
            kit,
            null
        );
    }

    private static Money? ReadMoney(IReadOnlyDictionary<string, string> given, string option) =>
        given.TryGetValue(option, out var text)
        && text.Split(' ') is [var amount, { Length: 3 } currency]
        && currency.All(char.IsAsciiLetterUpper)
        && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Money(value, currency)
            : null;
}
