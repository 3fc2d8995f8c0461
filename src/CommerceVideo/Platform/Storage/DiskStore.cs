using Microsoft.Extensions.Options;

namespace CommerceVideo.Platform.Storage;

/// <summary>Files on the local disk: written beside their place and moved into it whole, two letters of the hash a folder.</summary>
internal sealed class DiskStore : IObjectStore
{
    /// <summary>Longer than any upload takes: what is older was left by a program that ended in the middle of one.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly DirectoryInfo _root;

    private readonly DirectoryInfo _incoming;

    private readonly MediaLinks _links;

    public DiskStore(IOptions<StorageOptions> options, MediaLinks links)
    {
        _links = links;
        _root = Directory.CreateDirectory(Path.GetFullPath(options.Value.Folder));
        _incoming = _root.CreateSubdirectory("incoming");
        RemoveAbandoned();
    }

    public async Task<StoredObject> PutAsync(Stream content, string contentType, CancellationToken ct)
    {
        using var incoming = await IncomingFile.ReceiveAsync(content, _incoming.FullName, ct);
        var key = ObjectKey.Of(incoming.Sha256, contentType);
        var place = PlaceOf(key);
        if (!File.Exists(place))
        {
            Keep(incoming, place);
        }

        return new StoredObject(key, incoming.Sha256, incoming.Bytes);
    }

    public Task<Stream> OpenReadAsync(string key, CancellationToken ct)
    {
        try
        {
            var options = new FileStreamOptions
            {
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
                Share = FileShare.Read | FileShare.Delete,
            };
            return Task.FromResult<Stream>(new FileStream(PlaceOf(key), options));
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromException<Stream>(ObjectKey.NotKept(missing));
        }
    }

    public async Task FetchToFileAsync(string key, string path, CancellationToken ct)
    {
        var place = PlaceOf(key);
        if (!File.Exists(place))
        {
            throw ObjectKey.NotKept();
        }

        // The file system's own copy: on many it shares the blocks, and nothing passes through us.
        await Task.Run(() => File.Copy(place, path), ct);
    }

    public Task<bool> ExistsAsync(string key, CancellationToken ct) =>
        Task.FromResult(ObjectKey.IsValid(key) && File.Exists(PlaceOf(key)));

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        if (ObjectKey.IsValid(key) && File.Exists(PlaceOf(key)))
        {
            File.Delete(PlaceOf(key));
        }

        return Task.CompletedTask;
    }

    public Uri LinkTo(string key, TimeSpan life, string? downloadName = null) => _links.To(key, life, downloadName);

    /// <exception cref="FileNotFoundException">The key is not of a file's form.</exception>
    private string PlaceOf(string key) =>
        ObjectKey.IsValid(key) ? Path.Combine(_root.FullName, key[..2], key) : throw ObjectKey.NotKept();

    private void Keep(IncomingFile incoming, string place)
    {
        var folder = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderFlush.ToDisk(_root.FullName);
        }

        File.Move(incoming.Path, place, overwrite: true);
        FolderFlush.ToDisk(folder);
    }

    // Files carry the machine's time, whatever time the program is set to.
    private void RemoveAbandoned()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Abandoned;
        foreach (var file in _incoming.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
        {
            file.Delete();
        }
    }
}
