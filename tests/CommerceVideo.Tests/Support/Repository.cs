namespace CommerceVideo.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

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
