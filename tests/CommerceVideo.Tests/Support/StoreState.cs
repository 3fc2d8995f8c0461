using System.Text.Json.Nodes;

namespace CommerceVideo.Tests.Support;

/// <summary>What the local store says of itself.</summary>
internal sealed record StoreState(IReadOnlyList<StoreShop> Shops)
{
    public StoreShop Shop => Shops[0];

    /// <summary>How many webhooks it has had to send.</summary>
    public int Sent => Shops.Sum(static shop => shop.Deliveries.Count);

    /// <summary>Nothing is being prepared or still to be delivered.</summary>
    public bool IsQuiet =>
        Shops.All(static shop =>
            shop.Deliveries.All(static one => one.State != "due")
            && shop.Products.SelectMany(static product => product.Media)
                .All(static one => one.Status is "READY" or "FAILED")
        );

    public StoreProduct? Of(string gid) => Shop.Products.SingleOrDefault(product => product.Gid == gid);

    public IReadOnlyList<StoreMedia> Videos(string gid) =>
        [.. Of(gid)?.Media.Where(static one => one.Kind == "VIDEO") ?? []];
}

internal sealed record StoreShop(
    string Domain,
    IReadOnlyList<StoreProduct> Products,
    IReadOnlyList<StoreDelivery> Deliveries,
    IReadOnlyList<StoreMedia> Files,
    IReadOnlyList<StoreUpload> StagedUploads
);

internal sealed record StoreProduct(
    string Id,
    string Gid,
    string Title,
    string Handle,
    string Status,
    IReadOnlyList<StoreMedia> Media
);

internal sealed record StoreMedia(
    string Id,
    string Gid,
    string Kind,
    string Origin,
    string Status,
    string? Sha256,
    long? Bytes,
    int? Order,
    string? Alt,
    string Filename
);

internal sealed record StoreDelivery(
    string Id,
    string Topic,
    string? ProductId,
    int Tries,
    JsonArray Answers,
    string State
);

internal sealed record StoreUpload(string Key, long? Bytes, string? Sha256, bool Used);

/// <summary>A product that a test added.</summary>
internal sealed record AddedProduct(string Id, string Gid, string Handle, IReadOnlyList<string> MediaIds);
