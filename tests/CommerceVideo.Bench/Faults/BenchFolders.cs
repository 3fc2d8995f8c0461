namespace CommerceVideo.Bench.Faults;

/// <summary>The checkout that this was built from.</summary>
internal static class BenchFolders
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? at) =>
        at is null ? throw new InvalidOperationException("No CommerceVideo.sln above this program.")
        : File.Exists(Path.Combine(at.FullName, "CommerceVideo.sln")) ? at.FullName
        : Find(at.Parent);
}
