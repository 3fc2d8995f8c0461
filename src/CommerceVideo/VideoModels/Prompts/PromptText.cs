namespace CommerceVideo.VideoModels.Prompts;

/// <summary>Joins sentences into a prompt that keeps to a provider's limit, counted in the provider's own unit; pure.</summary>
public static class PromptText
{
    private const string LeftOut = "The wish was longer than this model reads; its least important part was left out.";

    /// <summary>How most APIs count: UTF-16 units.</summary>
    public static int Utf16Units(string text) => text.Length;

    /// <summary>How APIs written in Python or Go count.</summary>
    public static int CodePoints(string text) => text.EnumerateRunes().Count();

    /// <param name="most">The most units the text may have.</param>
    public static (string Text, IReadOnlyList<string> Warnings) Join(
        IEnumerable<PromptPart> parts,
        int most,
        Func<string, int> measure
    )
    {
        var kept = parts.Where(static part => part.Text.Length > 0).ToList();
        var warnings = new List<string>();
        while (measure(Text(kept)) > most && kept.Count > 1 && kept.Max(static part => part.Rank) is > 0 and var least)
        {
            var at = kept.FindLastIndex(part => part.Rank == least);
            var part = kept[at];
            var text = part.Shortens ? PromptShortening.Longest(part.Text, Fits) : "";
            if (text.Length > 0)
            {
                kept[at] = part with { Text = text };
                warnings.Add(
                    $"The note is longer than this model reads: the first {text.Length} of its {part.Text.Length} characters were used."
                );
                continue;
            }

            kept.RemoveAt(at);
            if (!warnings.Contains(LeftOut))
            {
                warnings.Add(LeftOut);
            }

            bool Fits(string shorter)
            {
                var before = kept[at];
                kept[at] = before with { Text = shorter };
                var fits = measure(Text(kept)) <= most;
                kept[at] = before;
                return fits;
            }
        }

        var whole = Text(kept);
        var cut = Cut(whole, most, measure);
        return (cut, cut.Length < whole.Length && !warnings.Contains(LeftOut) ? [.. warnings, LeftOut] : warnings);
    }

    private static string Text(IEnumerable<PromptPart> parts) =>
        string.Join(' ', parts.Select(static part => part.Text.Trim()));

    /// <summary>Whole code points, at a space where one is near.</summary>
    private static string Cut(string text, int most, Func<string, int> measure)
    {
        if (measure(text) <= most)
        {
            return text;
        }

        var kept = "";
        foreach (var word in text.Split(' '))
        {
            var longer = kept.Length == 0 ? word : $"{kept} {word}";
            if (measure(longer) > most)
            {
                break;
            }

            kept = longer;
        }

        return kept.Length > 0 ? kept : string.Concat(text.EnumerateRunes().Take(most).TakeWhile(_ => most > 0));
    }
}
