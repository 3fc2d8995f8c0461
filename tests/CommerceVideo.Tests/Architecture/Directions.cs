namespace CommerceVideo.Tests.Architecture;

/// <summary>Who may know whom among the folders of the app; pure. A folder that is not named here may know, and be known by, nobody.</summary>
internal static class Directions
{
    /// <summary>The types beside the folders: Program, Commands and Roles put everything together.</summary>
    public const string Composition = "(composition)";

    /// <summary>A step may know those before it.</summary>
    public static readonly IReadOnlyList<string> Flow =
    [
        "Shops",
        "Catalog",
        "Brands",
        "Briefs",
        "Routing",
        "Generation",
        "Finishing",
        "Publishing",
    ];

    private static readonly string[] Pieces = ["Platform", "Media", "Budgets", "Quality", "VideoModels", "Channels"];

    private static readonly Dictionary<string, string[]> Below = new(StringComparer.Ordinal)
    {
        ["Webhooks"] = [],
        ["Platform"] = [],
        ["Jobs"] = ["Platform"],
        ["Media"] = ["Platform"],
        ["Budgets"] = ["Platform"],
        ["Quality"] = ["Platform", "Media"],
        ["VideoModels"] = ["Platform", "Media"],
        ["Channels"] = ["Platform", "Media"],
        ["Rendering"] = [.. Pieces, .. Flow],
        ["Admin"] = [.. Pieces, "Jobs", "Webhooks", .. Flow],
    };

    public static bool Allows(string from, string to) =>
        from == to
        || (from == Composition && (Below.ContainsKey(to) || Flow.Contains(to)))
        || (Below.TryGetValue(from, out var known) && known.Contains(to))
        || (Flow.Contains(from) && FlowMayKnow(from, to));

    /// <summary>The folder that a namespace stands for, below <paramref name="root"/>; null for what is not ours.</summary>
    public static string? FolderOf(string space, string root) =>
        space == root ? Composition
        : space.StartsWith($"{root}.", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0]
        : null;

    public static IEnumerable<string> Broken(IEnumerable<TypeReference> references, string root) =>
        from reference in references
        let @from = FolderOf(reference.FromNamespace, root)
        let to = FolderOf(reference.ToNamespace, root)
        where @from is not null && to is not null && !Allows(@from, to)
        select $"{reference.FromNamespace}.{reference.From} knows {reference.ToNamespace}.{reference.To}";

    private static bool FlowMayKnow(string from, string to) =>
        to is "Jobs" or "Webhooks"
        || Pieces.Contains(to)
        || (Flow.Contains(to) && Flow.ToList().IndexOf(to) < Flow.ToList().IndexOf(from));
}
