namespace CommerceVideo.Platform.Storage;

/// <summary>A file in storage: named by its own content.</summary>
/// <param name="Key">SHA-256 in hex and an extension.</param>
public sealed record StoredObject(string Key, string Sha256, long Bytes);

/// <summary>Files by content: the same bytes are kept once, and a key never changes what it stands for.</summary>
public interface IObjectStore
{
    /// <summary>Streams <paramref name="content"/> in; all or nothing.</summary>
    Task<StoredObject> PutAsync(Stream content, string contentType, CancellationToken ct);

    /// <exception cref="FileNotFoundException">Nothing is kept under the key.</exception>
    Task<Stream> OpenReadAsync(string key, CancellationToken ct);

    /// <summary>Makes a copy at <paramref name="path"/>, which does not exist yet; whole or not at all.</summary>
    /// <exception cref="FileNotFoundException">Nothing is kept under the key.</exception>
    Task FetchToFileAsync(string key, string path, CancellationToken ct);

    Task<bool> ExistsAsync(string key, CancellationToken ct);

    /// <summary>Done also where nothing is kept under the key.</summary>
    Task DeleteAsync(string key, CancellationToken ct);

    /// <summary>A signed address that ends after <paramref name="life"/>, which may be seven days at most.</summary>
    Uri LinkTo(string key, TimeSpan life, string? downloadName = null);
}
