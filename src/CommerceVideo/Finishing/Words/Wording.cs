namespace CommerceVideo.Finishing.Words;

/// <summary>
/// What a film says and when: the hook over its first three seconds, the captions after it, the end card over its last.
/// Pure; the price stands in the end card alone, so that a change of price changes no other picture.
/// </summary>
public static class Wording
{
    /// <summary>
    /// Heights of lines. Letters' bodies are about 0.86 of them: 84 is a body of 72, the least for a hook, and 52 one of 44,
    /// the least for anything.
    /// </summary>
    private const int Smallest = 52;

    private const double HookSeconds = 3;

    private const double CardSeconds = 2.8;

    public static IReadOnlyList<TextBlock> Of(WordKit kit, Offer? offer, double seconds)
    {
        var blocks = new List<TextBlock>();
        var card = Card(kit, offer);
        // A short film has room for both only if each takes half of it.
        var cardFrom = card.Count == 0 ? seconds : Math.Max(seconds / 2, seconds - CardSeconds);
        var hookTo = string.IsNullOrWhiteSpace(kit.Hook) ? 0 : Math.Min(HookSeconds, cardFrom);
        if (hookTo > 0)
        {
            blocks.Add(new TextBlock("hook", TextPlace.Top, [new TextRun(kit.Hook!.Trim(), 104, 84)], 0, hookTo));
        }

        var captions = kit.Captions.Where(static text => !string.IsNullOrWhiteSpace(text)).ToList();
        var each = captions.Count == 0 ? 0 : (cardFrom - hookTo) / captions.Count;
        // Shorter than a second is a flicker: nobody reads it.
        for (var index = 0; each >= 1 && index < captions.Count; index++)
        {
            var from = hookTo + (index * each);
            TextRun[] said = [new(captions[index].Trim(), 64, Smallest)];
            blocks.Add(new TextBlock($"caption-{index + 1}", TextPlace.Bottom, said, from, from + each));
        }

        if (card.Count > 0)
        {
            blocks.Add(new TextBlock("card", TextPlace.Bottom, card, cardFrom, seconds, kit.Logo is null ? 0 : 96));
        }

        return blocks;
    }

    private static List<TextRun> Card(WordKit kit, Offer? offer)
    {
        var runs = new List<TextRun>();
        if (offer is not null)
        {
            runs.AddRange(Prices(offer, kit));
        }

        AddSaid(runs, kit.EndCard?.Line, 64);
        AddSaid(runs, kit.EndCard?.Action, 72);
        return runs;
    }

    /// <summary>What it costs; where that is the lowest of several prices, with the brand's word for it.</summary>
    internal static string Price(Offer offer, WordKit kit)
    {
        var price = PriceText.Of(offer.Price, kit.Language);
        return offer.Lowest ? $"{kit.EndCard?.From} {price}" : price;
    }

    /// <summary>What it costs, and struck through what it is compared with.</summary>
    internal static IEnumerable<TextRun> Prices(Offer offer, WordKit kit)
    {
        yield return new TextRun(Price(offer, kit), 120, 84);
        if (offer.Before is { } before && before > offer.Price)
        {
            yield return new TextRun(PriceText.Of(before, kit.Language), 60, Smallest, Struck: true);
        }
    }

    private static void AddSaid(List<TextRun> runs, string? text, int size)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            runs.Add(new TextRun(text.Trim(), size, Smallest));
        }
    }
}
