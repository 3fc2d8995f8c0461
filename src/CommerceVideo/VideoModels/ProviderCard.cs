using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels;

/// <summary>What must be known of a provider before it is spoken to.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Key">The installation's own key, where it has one.</param>
/// <param name="IsSetUp">False where the settings name no server of it: nobody can use it.</param>
public sealed record ProviderCard(string Name, string Title, bool NeedsKey, ProviderKey? Key, bool IsSetUp = true)
{
    /// <param name="key">The one that would be used; null where there is none.</param>
    public bool CanBeUsedWith(ProviderKey? key) => IsSetUp && (key is not null || !NeedsKey);
}
