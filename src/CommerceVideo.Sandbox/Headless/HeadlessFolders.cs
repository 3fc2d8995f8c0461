namespace CommerceVideo.Sandbox.Headless;

/// <summary>Where a run's files go, and the data of its own that it starts from nothing and leaves nothing of, unless told to keep it.</summary>
internal sealed class HeadlessFolders : IDisposable
{
    private readonly bool _ours;

    private HeadlessFolders(string folder, bool keep)
    {
        Out = folder;
        Data = Path.Combine(folder, ".data");
        Keep = keep;
        _ours = !keep;
    }

    public string Out { get; }

    public string Data { get; }

    /// <summary>Whether logs, storage and the store's state stay.</summary>
    public bool Keep { get; set; }

    public string Note => Keep ? $", logs in {Path.Combine(Data, "logs")}" : "";

    public static HeadlessFolders Make(string? wished)
    {
        // Not the private kind of temporary folder: where we are root another account runs the server from inside it.
        var folder = wished ?? Path.Combine(Path.GetTempPath(), $"commercevideo-{Guid.NewGuid().ToString("N")[..8]}");
        Directory.CreateDirectory(folder);
        var made = new HeadlessFolders(folder, keep: wished is not null);
        Remove(made.Data);
        Directory.CreateDirectory(made.Data);
        return made;
    }

    public void Dispose()
    {
        if (!Keep)
        {
            Remove(Data);
        }
        if (_ours && !Directory.EnumerateFileSystemEntries(Out).Any())
        {
            Directory.Delete(Out);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
