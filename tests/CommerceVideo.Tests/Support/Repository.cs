namespace CommerceVideo.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The folder shared beside the checkout, or above it; may not be there.</summary>
    public static string Shared { get; } = FindShared();

    private static string FindShared()
    {
        for (var at = new DirectoryInfo(Root).Parent; at is not null; at = at.Parent)
        {
            var shared = Path.Combine(at.FullName, "shared");
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return Path.Combine(Root, "..", "shared");
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CommerceVideo.sln")))
        {
            at = at.Parent;
        }
        return at?.FullName ?? throw new InvalidOperationException("No CommerceVideo.sln above the tests.");
    }
}
