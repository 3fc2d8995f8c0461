using CommerceVideo.Shops.Admin;

namespace CommerceVideo.Catalog;

/// <summary>Reads a product and all its media back from the Admin API: what a webhook says is only a hint.</summary>
internal sealed class ProductReader(AdminApi admin)
{
    /// <returns>Null when the shop has no such product.</returns>
    public async Task<RemoteProduct?> ReadAsync(Guid shop, string gid, CancellationToken ct)
    {
        var media = new List<MediaNode>();
        ProductNode? product = null;
        string? after = null;
        do
        {
            var page = await admin.AskAsync<ReadProductAnswer>(
                shop,
                AdminDocument.ReadProduct,
                new { id = gid, after },
                ct
            );
            product = page.Product;
            if (product is null)
            {
                return null;
            }

            media.AddRange(product.Media.Nodes);
            after = product.Media.PageInfo.HasNextPage ? product.Media.PageInfo.EndCursor : null;
        } while (after is not null);

        return new RemoteProduct(
            product.Id,
            product.Title,
            product.ProductType,
            product.Category?.FullName,
            product.Tags,
            [.. (product.Collections?.Nodes ?? []).Select(static one => one.Handle).Order(StringComparer.Ordinal)],
            product.Status,
            product.UpdatedAt,
            RemotePrice.Of(product.PriceRangeV2, product.Variants),
            [.. media.Select(Image).OfType<RemoteImage>()]
        );
    }

    private static RemoteImage? Image(MediaNode node, int position)
    {
        if (node.MediaContentType != "IMAGE")
        {
            return null;
        }

        var address = node.ImageSource?.Url ?? node.Image?.Url;
        var state = node.Status switch
        {
            "FAILED" => RemoteImageState.Failed,
            "READY" when address is not null => RemoteImageState.Ready,
            _ => RemoteImageState.Processing,
        };
        var error = node.MediaErrors is [var first, ..] ? first.Message : null;
        return new RemoteImage(node.Id, position, node.Alt, state, address, error);
    }

    private sealed record ReadProductAnswer(ProductNode? Product);

    private sealed record ProductNode(
        string Id,
        string Title,
        string? ProductType,
        IReadOnlyList<string> Tags,
        string Status,
        DateTimeOffset UpdatedAt,
        CategoryNode? Category,
        CollectionPage? Collections,
        PriceRangeNode? PriceRangeV2,
        VariantPage? Variants,
        MediaPage Media
    );

    private sealed record CategoryNode(string FullName);

    private sealed record CollectionPage(IReadOnlyList<CollectionNode> Nodes);

    private sealed record CollectionNode(string Handle);

    private sealed record MediaPage(IReadOnlyList<MediaNode> Nodes, PageNode PageInfo);

    private sealed record PageNode(bool HasNextPage, string? EndCursor);

    private sealed record MediaNode(
        string Id,
        string? Alt,
        string MediaContentType,
        string Status,
        IReadOnlyList<ErrorNode>? MediaErrors,
        AddressNode? Image,
        AddressNode? ImageSource
    );

    private sealed record ErrorNode(string Code, string Message);

    private sealed record AddressNode(string? Url);
}
