using CommerceVideo.Shops.Admin;

namespace CommerceVideo.Publishing;

/// <summary>One item of a product's media as Shopify has it now.</summary>
/// <param name="Bytes">Size of a video's original, once Shopify has read it.</param>
internal sealed record MediaItem(string Gid, string Kind, string Status, string? Alt, long? Bytes, string? Error)
{
    public bool IsVideo => Kind == "VIDEO";
}

/// <summary>Where and how the bytes of a video are handed to Shopify.</summary>
internal sealed record StagedTarget(
    Uri Address,
    string ResourceAddress,
    IReadOnlyList<KeyValuePair<string, string>> Fields
);

/// <summary>Shopify said no to a write; the words are Shopify's.</summary>
public sealed class MediaRefusedException(string? code, string message) : Exception(message)
{
    public string? Code { get; } = code;
}

/// <summary>A product's media through the Admin API: read, stage, attach, move, delete.</summary>
internal sealed class ProductMedia(AdminApi admin)
{
    /// <returns>In order; null when the product is gone.</returns>
    public async Task<IReadOnlyList<MediaItem>?> ReadAsync(Guid shop, string product, CancellationToken ct)
    {
        var items = new List<MediaItem>();
        string? after = null;
        do
        {
            var page = await admin.AskAsync<ReadAnswer>(shop, AdminDocument.ReadMedia, new { id = product, after }, ct);
            if (page.Product is not { } node)
            {
                return null;
            }

            items.AddRange(
                node.Media.Nodes.Select(static m => new MediaItem(
                    m.Id,
                    m.MediaContentType,
                    m.Status,
                    m.Alt,
                    m.VideoSource?.FileSize,
                    m.MediaErrors is [var first, ..] ? $"{first.Code}: {first.Message}" : null
                ))
            );
            after = node.Media.PageInfo.HasNextPage ? node.Media.PageInfo.EndCursor : null;
        } while (after is not null);

        return items;
    }

    /// <exception cref="MediaRefusedException">Shopify gives no place for it.</exception>
    public async Task<StagedTarget> StageAsync(Guid shop, string fileName, long bytes, CancellationToken ct)
    {
        var input = new[]
        {
            new
            {
                filename = fileName,
                mimeType = "video/mp4",
                resource = "VIDEO",
                httpMethod = "POST",
                fileSize = $"{bytes}",
            },
        };
        var answer = await admin.AskAsync<StageAnswer>(shop, AdminDocument.StageVideo, new { input }, ct);
        Refuse(answer.StagedUploadsCreate.UserErrors);
        var target = answer.StagedUploadsCreate.StagedTargets![0];
        return new StagedTarget(
            new Uri(target.Url!),
            target.ResourceUrl!,
            [.. target.Parameters.Select(static field => KeyValuePair.Create(field.Name, field.Value))]
        );
    }

    /// <exception cref="MediaRefusedException">Shopify does not take it.</exception>
    public async Task AttachAsync(Guid shop, string product, string resourceAddress, string alt, CancellationToken ct)
    {
        var media = new[]
        {
            new
            {
                mediaContentType = "VIDEO",
                originalSource = resourceAddress,
                alt,
            },
        };
        var answer = await admin.AskAsync<AttachAnswer>(
            shop,
            AdminDocument.AttachVideo,
            new { product = new { id = product }, media },
            ct
        );
        Refuse(answer.ProductUpdate.UserErrors);
    }

    public async Task MoveAsync(Guid shop, string product, string media, int position, CancellationToken ct)
    {
        var moves = new[] { new { id = media, newPosition = $"{position}" } };
        var answer = await admin.AskAsync<MoveAnswer>(shop, AdminDocument.MoveMedia, new { id = product, moves }, ct);
        Refuse(answer.ProductReorderMedia.MediaUserErrors);
    }

    public async Task DeleteAsync(Guid shop, string media, CancellationToken ct)
    {
        var answer = await admin.AskAsync<DeleteAnswer>(
            shop,
            AdminDocument.DeleteFiles,
            new { fileIds = new[] { media } },
            ct
        );
        Refuse([.. answer.FileDelete.UserErrors.Where(static error => error.Code != "FILE_DOES_NOT_EXIST")]);
    }

    private static void Refuse(IReadOnlyList<UserError> errors)
    {
        if (errors is [var first, ..])
        {
            throw new MediaRefusedException(first.Code, first.Message);
        }
    }

    private sealed record ReadAnswer(ProductNode? Product);

    private sealed record ProductNode(MediaPage Media);

    private sealed record MediaPage(IReadOnlyList<MediaNode> Nodes, PageNode PageInfo);

    private sealed record PageNode(bool HasNextPage, string? EndCursor);

    private sealed record MediaNode(
        string Id,
        string? Alt,
        string MediaContentType,
        string Status,
        IReadOnlyList<ErrorNode>? MediaErrors,
        SourceNode? VideoSource
    );

    private sealed record ErrorNode(string Code, string Message);

    private sealed record SourceNode(long? FileSize);

    private sealed record StageAnswer(StagePayload StagedUploadsCreate);

    private sealed record StagePayload(IReadOnlyList<TargetNode>? StagedTargets, IReadOnlyList<UserError> UserErrors);

    private sealed record TargetNode(string? Url, string? ResourceUrl, IReadOnlyList<FieldNode> Parameters);

    private sealed record FieldNode(string Name, string Value);

    private sealed record AttachAnswer(AttachPayload ProductUpdate);

    private sealed record AttachPayload(IReadOnlyList<UserError> UserErrors);

    private sealed record MoveAnswer(MovePayload ProductReorderMedia);

    private sealed record MovePayload(IReadOnlyList<UserError> MediaUserErrors);

    private sealed record DeleteAnswer(DeletePayload FileDelete);

    private sealed record DeletePayload(IReadOnlyList<UserError> UserErrors);
}
