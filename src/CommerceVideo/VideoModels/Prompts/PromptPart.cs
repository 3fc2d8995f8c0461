namespace CommerceVideo.VideoModels.Prompts;

/// <summary>A sentence of a prompt and how soon it may go when the prompt is too long: 0 stays, higher goes first.</summary>
/// <param name="Shortens">A person's own words: as much of them is kept as fits, instead of all or nothing.</param>
public readonly record struct PromptPart(string Text, int Rank, bool Shortens = false);
