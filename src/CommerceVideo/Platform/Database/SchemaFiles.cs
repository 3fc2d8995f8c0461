namespace CommerceVideo.Platform.Database;

/// <summary>One numbered SQL file, as embedded in the program.</summary>
public sealed record SchemaFile(string Name, string Sql);

public static class SchemaFiles
{
    private const string Folder = ".Platform.Database.Schema.";

    /// <summary>All of them, in order of number.</summary>
    public static IReadOnlyList<SchemaFile> All { get; } = Read();

    private static SchemaFile[] Read()
    {
        var assembly = typeof(SchemaFiles).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(static name => name.Contains(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    var start = name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
                    return new SchemaFile(name[start..], reader.ReadToEnd());
                }),
        ];
    }
}
