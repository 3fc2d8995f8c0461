namespace CommerceVideo.Channels;

/// <summary>One limit of a placement with where it was read, so that a doubtful rule can be told from a firm one.</summary>
public sealed record Sourced<T>(T Value, Confidence Confidence, string Source);
