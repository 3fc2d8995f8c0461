namespace CommerceVideo.Catalog;

/// <summary>A product as its shop has it now.</summary>
internal sealed record RemoteProduct(
    string Gid,
    string Title,
    string? ProductType,
    string? Category,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Collections,
    string Status,
    DateTimeOffset UpdatedAt,
    ProductPrice? Price,
    IReadOnlyList<RemoteImage> Images
);

internal enum RemoteImageState
{
    Processing,
    Ready,
    Failed,
}

/// <param name="Position">Among all the product's media, from 0.</param>
/// <param name="Address">Where the original file is; null until it is ready.</param>
/// <param name="Error">Shopify's words when it failed.</param>
internal sealed record RemoteImage(
    string MediaGid,
    int Position,
    string? Alt,
    RemoteImageState State,
    string? Address,
    string? Error
);
