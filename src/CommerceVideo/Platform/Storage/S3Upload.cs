using Amazon.S3;
using Amazon.S3.Model;

namespace CommerceVideo.Platform.Storage;

/// <summary>
/// Sends a file to S3: in one request, or in parts when it is large. The SDK's own chunked bodies are off everywhere: other servers
/// than Amazon's refuse them or, worse, store the framing as content.
/// </summary>
internal sealed class S3Upload(IAmazonS3 client, string bucket)
{
    public const long PartBytes = 8 * 1024 * 1024;

    public Task SendAsync(IncomingFile file, string key, CancellationToken ct) =>
        file.Bytes <= PartBytes ? SendWholeAsync(file, key, ct) : SendPartsAsync(file, key, ct);

    private Task<PutObjectResponse> SendWholeAsync(IncomingFile file, string key, CancellationToken ct) =>
        client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                FilePath = file.Path,
                ContentType = ObjectKey.ContentType(key),
                UseChunkEncoding = false,
            },
            ct
        );

    private async Task SendPartsAsync(IncomingFile file, string key, CancellationToken ct)
    {
        var begun = await client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest
            {
                BucketName = bucket,
                Key = key,
                ContentType = ObjectKey.ContentType(key),
            },
            ct
        );
        try
        {
            var parts = new List<PartETag>();
            for (long position = 0; position < file.Bytes; position += PartBytes)
            {
                parts.Add(await SendPartAsync(file, key, begun.UploadId, parts.Count + 1, position, ct));
            }

            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest
                {
                    BucketName = bucket,
                    Key = key,
                    UploadId = begun.UploadId,
                    PartETags = parts,
                },
                ct
            );
        }
        catch
        {
            // Parts that were sent are billed until the upload is ended, also when we are being stopped.
            await client.AbortMultipartUploadAsync(bucket, key, begun.UploadId, CancellationToken.None);
            throw;
        }
    }

    private async Task<PartETag> SendPartAsync(
        IncomingFile file,
        string key,
        string upload,
        int number,
        long position,
        CancellationToken ct
    )
    {
        var sent = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = upload,
                PartNumber = number,
                FilePath = file.Path,
                FilePosition = position,
                PartSize = Math.Min(PartBytes, file.Bytes - position),
                UseChunkEncoding = false,
            },
            ct
        );
        return new PartETag(number, sent.ETag);
    }
}
