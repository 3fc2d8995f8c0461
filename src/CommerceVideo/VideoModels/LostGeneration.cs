namespace CommerceVideo.VideoModels;

/// <summary>A request whose answer did not arrive: the provider may have taken it.</summary>
public sealed record LostGeneration(GenerationRequest Request, DateTimeOffset SentAt);
