namespace CommerceVideo.Sandbox;

/// <summary>The folder this program was built in.</summary>
internal static class Checkout
{
    private const string Mark = "CommerceVideo.sln";

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Mark)))
            {
                return at.FullName;
            }
        }
        throw new UsageException($"There is no {Mark} above {from}: run the commands from the checkout.");
    }
}
