namespace CommerceVideo.VideoModels.Prompts;

/// <summary>Joins sentences into a prompt that keeps to a provider's limit, counted in the provider's own unit; pure.</summary>
public static class PromptText
{
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
        var dropped = false;
        while (measure(Text(kept)) > most && kept.Count > 1 && kept.Max(static part => part.Rank) is > 0 and var least)
        {
            kept.RemoveAt(kept.FindLastIndex(part => part.Rank == least));
            dropped = true;
        }

        var text = Text(kept);
        var cut = Cut(text, most, measure);
        return (
            cut,
            dropped || cut.Length < text.Length
                ? ["The wish was longer than this model reads; its least important part was left out."]
                : []
        );
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
