using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Platform.Storage;

/// <summary>Files on the local disk: written beside their place and moved into it whole, two letters of the hash a folder.</summary>
internal sealed class DiskStore : IObjectStore
{
    private readonly DirectoryInfo _root;

    private readonly DirectoryInfo _incoming;

    private readonly MediaLinks _links;

    public DiskStore(IOptions<StorageOptions> options, MediaLinks links)
    {
        _links = links;
        _root = Directory.CreateDirectory(Path.GetFullPath(options.Value.Folder));
        _incoming = _root.CreateSubdirectory("incoming");
    }

    public async Task<StoredObject> PutAsync(Stream content, string contentType, CancellationToken ct)
    {
        var incoming = Path.Combine(_incoming.FullName, Guid.NewGuid().ToString("N"));
        try
        {
            var (sha256, bytes) = await WriteAsync(content, incoming, ct);
            var key = ObjectKey.Of(sha256, contentType);
            var place = PlaceOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            if (!File.Exists(place))
            {
                File.Move(incoming, place, overwrite: true);
            }

            return new StoredObject(key, sha256, bytes);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    public Task<Stream> OpenReadAsync(string key, CancellationToken ct) =>
        Task.FromResult<Stream>(
            new FileStream(
                PlaceOf(key),
                new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan }
            )
        );

    public async Task FetchToFileAsync(string key, string path, CancellationToken ct)
    {
        await using var source = await OpenReadAsync(key, ct);
        await using var target = new FileStream(path, FileMode.CreateNew);
        await source.CopyToAsync(target, ct);
    }

    public Task<bool> ExistsAsync(string key, CancellationToken ct) => Task.FromResult(File.Exists(PlaceOf(key)));

    public Task DeleteAsync(string key, CancellationToken ct)
    {
        File.Delete(PlaceOf(key));
        return Task.CompletedTask;
    }

    public Uri LinkTo(string key, TimeSpan life, string? downloadName = null) => _links.To(key, life, downloadName);

    /// <exception cref="FileNotFoundException">The key is not of a file's form.</exception>
    private string PlaceOf(string key) =>
        ObjectKey.IsValid(key)
            ? Path.Combine(_root.FullName, key[..2], key)
            : throw new FileNotFoundException("Not a key of this store.");

    private static async Task<(string Sha256, long Bytes)> WriteAsync(Stream content, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[128 * 1024];
        long bytes = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        // What a row in the database points to must survive a power cut as the row does.
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }
}
