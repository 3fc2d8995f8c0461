namespace CommerceVideo.Finishing.Words;

/// <summary>What is written on a film: the brand's words, and what the product costs now.</summary>
public sealed record FilmWords(WordKit Kit, Offer? Offer)
{
    /// <summary>What the kit says and may not be written, a sentence each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
