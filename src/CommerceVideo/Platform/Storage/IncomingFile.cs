using System.Security.Cryptography;

namespace CommerceVideo.Platform.Storage;

/// <summary>Bytes on their way into storage: on the disk, flushed and hashed, under a name nobody reads. Gone when disposed unless moved.</summary>
internal sealed class IncomingFile : IDisposable
{
    private const int Piece = 128 * 1024;

    private IncomingFile(string path) => Path = path;

    public string Path { get; }

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public static async Task<IncomingFile> ReceiveAsync(Stream content, string folder, CancellationToken ct)
    {
        var incoming = new IncomingFile(System.IO.Path.Combine(folder, Guid.NewGuid().ToString("N")));
        try
        {
            await incoming.WriteAsync(content, ct);
            return incoming;
        }
        catch
        {
            incoming.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);

    private async Task WriteAsync(Stream content, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(
            Path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0
        );
        var buffer = new byte[Piece];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; Bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        // What a row in the database points to must survive a power cut as the row does.
        file.Flush(flushToDisk: true);
        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
