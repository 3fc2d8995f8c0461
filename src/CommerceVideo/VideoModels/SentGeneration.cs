namespace CommerceVideo.VideoModels;

/// <summary>A request that its provider has taken.</summary>
/// <param name="Ticket">What the provider called it.</param>
public sealed record SentGeneration(GenerationRequest Request, string Ticket, DateTimeOffset SentAt);
