namespace CommerceVideo.Tests.Support;

/// <summary>Holds a text against a file that people read and keep; with UPDATE_GOLDEN=1 in the environment it is written anew.</summary>
public static class Golden
{
    /// <param name="file">Below the test project, e.g. <c>VideoModels/Wan/Prompts/walk.txt</c>.</param>
    public static void Equal(string file, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests/CommerceVideo.Tests", file);
        var text = $"{actual.ReplaceLineEndings("\n").TrimEnd('\n')}\n";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"{file} is missing: run once with UPDATE_GOLDEN=1 and read what it says.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
