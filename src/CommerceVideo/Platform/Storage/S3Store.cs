using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommerceVideo.Platform.Storage;

/// <summary>Files in S3. They pass over the local disk, for their name is known only when all of them has come.</summary>
internal sealed class S3Store : IObjectStore, IDisposable
{
    private readonly AmazonS3Client _client;

    private readonly string _bucket;

    private readonly S3Upload _upload;

    private readonly DirectoryInfo _incoming;

    public S3Store(IOptions<StorageOptions> options)
    {
        _bucket = options.Value.S3.Bucket ?? throw new InvalidOperationException("Storage:S3 names no bucket.");
        _client = S3Connection.Open(options.Value.S3);
        _upload = new S3Upload(_client, _bucket);
        _incoming = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(options.Value.Folder, "incoming")));
    }

    public async Task<StoredObject> PutAsync(Stream content, string contentType, CancellationToken ct)
    {
        using var incoming = await IncomingFile.ReceiveAsync(content, _incoming.FullName, ct);
        var key = ObjectKey.Of(incoming.Sha256, contentType);
        if (!await ExistsAsync(key, ct))
        {
            await _upload.SendAsync(incoming, key, ct);
        }

        return new StoredObject(key, incoming.Sha256, incoming.Bytes);
    }

    public async Task<Stream> OpenReadAsync(string key, CancellationToken ct) =>
        (await GetAsync(key, ct)).ResponseStream;

    public async Task FetchToFileAsync(string key, string path, CancellationToken ct)
    {
        using var answer = await GetAsync(key, ct);
        using var incoming = await IncomingFile.ReceiveAsync(answer.ResponseStream, _incoming.FullName, ct);
        if (!key.StartsWith(incoming.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"What S3 sent for {key} is not what was stored.");
        }

        File.Move(incoming.Path, path);
    }

    public async Task<bool> ExistsAsync(string key, CancellationToken ct)
    {
        if (!ObjectKey.IsValid(key))
        {
            return false;
        }

        try
        {
            await _client.GetObjectMetadataAsync(_bucket, key, ct);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public async Task DeleteAsync(string key, CancellationToken ct)
    {
        // Some servers answer 404 where Amazon's says that it is gone.
        if (await ExistsAsync(key, ct))
        {
            await _client.DeleteObjectAsync(_bucket, key, ct);
        }
    }

    public Uri LinkTo(string key, TimeSpan life, string? downloadName = null) =>
        new(
            _client.GetPreSignedURL(
                new GetPreSignedUrlRequest
                {
                    BucketName = _bucket,
                    Key = key,
                    // S3 looks at the real clock, whatever time the program is set to.
                    Expires = (TimeProvider.System.GetUtcNow() + MediaLinks.Bounded(life)).UtcDateTime,
                    Protocol = _client.Config.UseHttp ? Protocol.HTTP : Protocol.HTTPS,
                    ResponseHeaderOverrides = Overrides(key, downloadName),
                }
            )
        );

    public void Dispose() => _client.Dispose();

    private static ResponseHeaderOverrides Overrides(string key, string? downloadName)
    {
        var overrides = new ResponseHeaderOverrides { ContentType = ObjectKey.ContentType(key) };
        if (downloadName is not null)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(downloadName);
            overrides.ContentDisposition = disposition.ToString();
        }

        return overrides;
    }

    private async Task<GetObjectResponse> GetAsync(string key, CancellationToken ct)
    {
        if (!ObjectKey.IsValid(key))
        {
            throw ObjectKey.NotKept();
        }

        try
        {
            return await _client.GetObjectAsync(_bucket, key, ct);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            throw ObjectKey.NotKept(missing);
        }
    }
}
