namespace CommerceVideo.VideoModels.Prompts;

/// <summary>A Shot in one model's own dialect.</summary>
/// <param name="Negative">What must not be seen, for a model with a field for it; null for one without.</param>
/// <param name="Warnings">What did not fit or cannot be said.</param>
public sealed record CompiledPrompt(string Text, string? Negative, IReadOnlyList<string> Warnings);
