namespace CommerceVideo.VideoModels.Prompts;

/// <summary>What a prompt may say beside the Shot: facts of the product and wishes of people, free of any model's words.</summary>
/// <param name="Subject">What the merchant calls the product, short; null when nothing is known.</param>
/// <param name="Person">A person wears or holds it in the picture.</param>
/// <param name="Note">A merchandiser's wish for this attempt, in their own words.</param>
/// <param name="Avoid">What the brand does not want to see, as nouns.</param>
public sealed record PromptWords(
    string? Subject,
    Fabric? Fabric,
    bool Person,
    string? Note,
    IReadOnlyList<string> Avoid
)
{
    public static PromptWords None { get; } = new(null, null, false, null, []);

    /// <summary>The product as a noun that fits in the middle of any sentence.</summary>
    public string Noun => string.IsNullOrWhiteSpace(Subject) ? "product" : Subject.Trim();
}
