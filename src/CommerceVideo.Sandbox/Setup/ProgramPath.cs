namespace CommerceVideo.Sandbox.Setup;

/// <summary>Where a program is, as the shell would find it.</summary>
internal static class ProgramPath
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Suffixes, (folder, suffix) => Path.Combine(folder, program + suffix))
            .FirstOrDefault(File.Exists);
}
