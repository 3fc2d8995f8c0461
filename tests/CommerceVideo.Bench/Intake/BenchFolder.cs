namespace CommerceVideo.Bench.Intake;

/// <summary>Where this benchmark's own scripts are in the checkout it was built from.</summary>
internal static class BenchFolder
{
    public static string Intake { get; } = Path.Combine(Root(), "tests/CommerceVideo.Bench/Intake");

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "CommerceVideo.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("No CommerceVideo.sln above the benchmark.");
    }
}
