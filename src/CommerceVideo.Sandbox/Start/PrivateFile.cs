namespace CommerceVideo.Sandbox.Start;

/// <summary>A file only its owner can read, whole or not there at all.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string text)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var file = new StreamWriter(draft, options))
        {
            file.Write(text);
        }
        File.Move(draft, path, overwrite: true);
    }
}
