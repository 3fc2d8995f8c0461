namespace CommerceVideo.VideoModels;

/// <summary>A model that can be used now: what it can start from and do, and what a Shot costs.</summary>
/// <param name="Name">What people call it.</param>
public sealed record ModelOnHand(
    string Id,
    string Name,
    IReadOnlyList<ShotStart> Starts,
    IReadOnlyList<ShotMove> Moves,
    decimal PricePerSecond,
    string Currency
);
