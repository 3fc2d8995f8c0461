namespace CommerceVideo.Finishing.Words;

/// <summary>What is written on a film: the brand's words, and what the product costs now.</summary>
public sealed record FilmWords(WordKit Kit, Offer? Offer)
{
    /// <summary>What the kit says and may not be written, a sentence each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What the brand does not want to be read, whoever wrote it.</summary>
    public IReadOnlyList<string> Forbidden { get; init; } = [];

    /// <summary>What the product is called; null where nobody says.</summary>
    public string? Title { get; init; }

    /// <summary>Who makes it; null where nobody says.</summary>
    public string? Vendor { get; init; }
}
