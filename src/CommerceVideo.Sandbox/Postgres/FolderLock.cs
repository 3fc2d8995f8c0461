namespace CommerceVideo.Sandbox.Postgres;

/// <summary>A folder taken by one program; the system gives it back when that program ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    // The guardian of a launcher that was killed holds the lock while it stops the server behind it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    public static async Task<FolderLock?> TakeAsync(string path, TimeProvider time, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var asked = time.GetTimestamp(); ; )
        {
            if (TryOpen(path) is { } file)
            {
                return new FolderLock(file);
            }
            if (time.GetElapsedTime(asked) > Patience || IsHeldForLife(path))
            {
                return null;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, ct);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream? TryOpen(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WriteOwner(path);
            return file;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string OwnerPath(string path) => path + ".owner";

    private static void WriteOwner(string path) => File.WriteAllText(OwnerPath(path), $"{Environment.ProcessId}\n");

    // A second start need not wait for an owner that is alive and well.
    private static bool IsHeldForLife(string path) =>
        File.Exists(OwnerPath(path))
        && int.TryParse(File.ReadAllText(OwnerPath(path)), out var owner)
        && (owner == Environment.ProcessId || RunningProcess.IsAlive(owner));
}
