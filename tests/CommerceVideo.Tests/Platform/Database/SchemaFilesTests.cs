using System.Text.RegularExpressions;
using CommerceVideo.Platform.Database;
using CommerceVideo.Tests.Support;

namespace CommerceVideo.Tests.Platform.Database;

public sealed partial class SchemaFilesTests
{
    [Fact]
    public void Every_file_of_the_folder_is_in_the_program()
    {
        var folder = Path.Combine(Repository.Root, "src/CommerceVideo/Platform/Database/Schema");

        var files = Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(files, SchemaFiles.All.Select(static file => file.Name));
    }

    [Fact]
    public void They_are_numbered_without_a_gap_or_a_double() =>
        Assert.Equal(
            Enumerable.Range(1, SchemaFiles.All.Count),
            SchemaFiles.All.Select(static file => int.Parse(Form().Match(file.Name).Groups["number"].Value))
        );

    [GeneratedRegex(@"\A(?<number>\d{4})_[a-z_]+\.sql\z", RegexOptions.None, 100)]
    private static partial Regex Form();
}
