using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels;

/// <summary>What must be known of a provider before it is spoken to.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Key">The installation's own key, where it has one.</param>
public sealed record ProviderCard(string Name, string Title, bool NeedsKey, ProviderKey? Key);
