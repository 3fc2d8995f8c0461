namespace CommerceVideo.VideoModels.Prompts;

/// <summary>A sentence of a prompt and how soon it may go when the prompt is too long: 0 stays, higher goes first.</summary>
public readonly record struct PromptPart(string Text, int Rank);
