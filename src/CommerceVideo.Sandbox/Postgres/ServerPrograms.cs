namespace CommerceVideo.Sandbox.Postgres;

/// <summary>A folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> in it.</summary>
internal sealed record ServerPrograms(string Folder)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    public string Server => PathOf("postgres");
    public string Initialise => PathOf("initdb");
    public string Control => PathOf("pg_ctl");

    public static ServerPrograms? Find(PostgresOptions options) =>
        options.Binaries is { } given ? At(given) : OnThisMachine() ?? EmbeddedPackage.Find(options.PackageFolder);

    public static ServerPrograms? OnThisMachine() => Places().Select(At).FirstOrDefault(found => found is not null);

    public static ServerPrograms? At(string folder)
    {
        var programs = new ServerPrograms(folder);
        return File.Exists(programs.Server) && File.Exists(programs.Initialise) && File.Exists(programs.Control)
            ? programs
            : null;
    }

    /// <summary>Folders such as <c>/usr/lib/postgresql/15/bin</c>, newest first; a name that is no number comes last.</summary>
    public static IEnumerable<string> NewestFirst(IEnumerable<string> versions) =>
        versions
            .OrderByDescending(folder => Number(Path.GetFileName(folder)))
            .Select(folder => Path.Combine(folder, "bin"));

    private static IEnumerable<string> Places() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(NewestFirst(FoldersIn("/usr/lib/postgresql")))
            .Concat(NewestFirst(FoldersIn("/opt/homebrew/opt", "postgresql*")))
            .Concat(NewestFirst(FoldersIn("/usr/local/opt", "postgresql*")))
            .Concat(NewestFirst(FoldersIn(@"C:\Program Files\PostgreSQL")));

    private static string[] FoldersIn(string folder, string pattern = "*") =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder, pattern) : [];

    private static double Number(string name) =>
        double.TryParse(name[(name.LastIndexOf('@') + 1)..], out var number) ? number : 0;

    private string PathOf(string program) => Path.Combine(Folder, program + Suffix);
}
