namespace CommerceVideo.Catalog;

/// <summary>What has to change in what we know of a product's images.</summary>
/// <param name="Read">New pictures, and known ones that only now can be fetched: their work starts.</param>
/// <param name="Gone">Pictures that the merchant took off.</param>
/// <param name="Waiting">Some picture is still being worked on at Shopify: look again.</param>
internal sealed record CatalogChanges(
    IReadOnlyList<RemoteImage> Added,
    IReadOnlyList<SourceImage> Read,
    IReadOnlyList<SourceImage> Gone,
    bool Waiting
);

/// <summary>Compares images by their id at Shopify; whether two are the same picture is told later, by content. Pure.</summary>
internal static class CatalogDiff
{
    public static CatalogChanges Compare(IReadOnlyList<SourceImage> known, IReadOnlyList<RemoteImage> remote)
    {
        var here = known.ToDictionary(static image => image.MediaGid, StringComparer.Ordinal);
        var there = remote.ToDictionary(static image => image.MediaGid, StringComparer.Ordinal);
        return new CatalogChanges(
            [.. remote.Where(image => !here.ContainsKey(image.MediaGid))],
            [.. known.Where(image => NowReadable(image, there.GetValueOrDefault(image.MediaGid)))],
            [.. known.Where(image => image.State != ImageState.Gone && !there.ContainsKey(image.MediaGid))],
            remote.Any(static image => image.State == RemoteImageState.Processing)
        );
    }

    // Shopify finished its work on it, the merchant put back what had gone, or another file lies under the same id.
    private static bool NowReadable(SourceImage image, RemoteImage? remote) =>
        remote is { State: RemoteImageState.Ready, Address: { } address }
        && image.State switch
        {
            ImageState.Gone => true,
            ImageState.New => image.Address.Length == 0,
            _ => Version(image.Address) != Version(address),
        };

    /// <summary>What of an address tells one file from another: its path and Shopify's <c>v</c>, not what a signature adds.</summary>
    private static string Version(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return address;
        }

        var version = uri
            .Query.TrimStart('?')
            .Split('&')
            .FirstOrDefault(static part => part.StartsWith("v=", StringComparison.Ordinal));
        return $"{uri.AbsolutePath}?{version}";
    }
}
