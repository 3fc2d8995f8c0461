namespace CommerceVideo.Sandbox.Setup;

/// <summary>A thing the machine must have, how to see that it is there, and the Debian package that brings it.</summary>
internal sealed record Need(string Name, string Package, Func<bool> IsMet);

/// <summary>What each command needs of the machine.</summary>
internal static class Needs
{
    private static readonly string[] Fonts =
    [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/Library/Fonts",
        @"C:\Windows\Fonts",
    ];

    public static readonly IReadOnlyList<Need> ToRun =
    [
        new(
            "ffmpeg",
            "ffmpeg",
            () => ProgramPath.Find("ffmpeg") is not null && ProgramPath.Find("ffprobe") is not null
        ),
        new("a font", "fonts-liberation", () => Fonts.Any(HasFont)),
    ];

    public static readonly IReadOnlyList<Need> ToTest =
    [
        .. ToRun,
        new("Chromium", "chromium", () => ProgramPath.Find("chromium") is not null),
    ];

    private static bool HasFont(string folder) =>
        Directory.Exists(folder)
        && Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
            )
            .Any(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".OTF" or ".TTC" or ".WOFF2");
}
