using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>
/// Luma's two platforms give keys of their own, and neither opens the other. Who has both writes them with a comma between;
/// one alone is used as it is.
/// </summary>
internal static class LumaKey
{
    private const string OfAgents = "luma-api-";

    public static string For(ProviderKey key, bool agents)
    {
        var all = key.Reveal().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return all.FirstOrDefault(one => one.StartsWith(OfAgents, StringComparison.Ordinal) == agents)
            ?? all.FirstOrDefault()
            ?? "";
    }
}
