namespace CommerceVideo.Routing;

/// <summary>The model for a Shot, who stands in when it fails, and why.</summary>
/// <param name="Why">One sentence for a person.</param>
public sealed record Route(string Model, IReadOnlyList<string> FallBacks, string Why);
