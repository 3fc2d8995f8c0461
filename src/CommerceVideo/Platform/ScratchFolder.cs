namespace CommerceVideo.Platform;

/// <summary>A folder of its own for one step's files, gone when the step ends. Leftovers of killed runs are swept at start.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private const string Prefix = "commerce-video-";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    public string Path => _folder.FullName;

    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A program that was just ended may still hold a file; the sweep takes it later.
        }
    }

    /// <summary>Removes what runs that were killed left behind more than a day ago.</summary>
    public static void Sweep()
    {
        // Files carry the machine's time, whatever day the program plays.
        var old = TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromDays(1);
        foreach (var folder in new DirectoryInfo(System.IO.Path.GetTempPath()).EnumerateDirectories($"{Prefix}*"))
        {
            try
            {
                if (folder.LastWriteTimeUtc < old)
                {
                    folder.Delete(recursive: true);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // Another user's, or in use.
            }
        }
    }
}
