namespace CommerceVideo.VideoModels.Prompts;

/// <summary>Shortens what a person wrote: after a sentence where one ends not far away, else after a word; pure.</summary>
internal static class PromptShortening
{
    private const string SentenceEnds = ".!?";

    private const string WideSentenceEnds = "。！？";

    /// <param name="fits">Whether so much of it fits; what is shorter than something that fits, fits too.</param>
    /// <returns>Empty where not even its first word fits.</returns>
    public static string Longest(string text, Func<string, bool> fits)
    {
        var words = Fitting(text, IsWordEnd, fits);
        var sentences = Fitting(text, IsSentenceEnd, fits);
        if (sentences.Length > 0 && sentences.Length * 2 >= words.Length)
        {
            return sentences;
        }

        var cut = words.TrimEnd(',', ';', ':', '-', ' ', '、', '，');
        return cut.Length > 0 && !IsSentenceEnd(cut, cut.Length) && fits($"{cut}.") ? $"{cut}." : cut;
    }

    private static string Fitting(string text, Func<string, int, bool> ends, Func<string, bool> fits)
    {
        int[] places = [.. Enumerable.Range(1, text.Length).Where(at => ends(text, at))];
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = fits(text[..places[middle]]) ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? "" : text[..places[low - 1]].TrimEnd();
    }

    private static bool IsWordEnd(string text, int at) =>
        at == text.Length
        || (char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1]))
        || (IsWide(text[at - 1]) && !char.IsLowSurrogate(text[at]));

    private static bool IsSentenceEnd(string text, int at) =>
        WideSentenceEnds.Contains(text[at - 1])
        || (SentenceEnds.Contains(text[at - 1]) && (at == text.Length || char.IsWhiteSpace(text[at])));

    // Chinese and Japanese are written without spaces.
    private static bool IsWide(char letter) => letter is >= '\u3001' and <= '\u30ff' or >= '\u3400' and <= '\u9fff';
}
