using CommerceVideo.Catalog;

namespace CommerceVideo.Tests.Catalog;

/// <summary>Pictures with valid defaults; a test says only what it is about.</summary>
internal static class Images
{
    public static SourceImage Known(
        string gid,
        ImageState state = ImageState.Accepted,
        string address = "https://cdn.example/a.jpg",
        int position = 0,
        Guid product = default,
        string? hash = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ShopId = Guid.Empty,
            ProductId = product,
            MediaGid = gid,
            Position = position,
            Address = address,
            State = state,
            ContentHash = hash,
            SeenAt = DateTimeOffset.UnixEpoch,
        };

    public static RemoteImage There(
        string gid,
        RemoteImageState state = RemoteImageState.Ready,
        string? address = "https://cdn.example/a.jpg"
    ) => new(gid, 0, null, state, address, null);
}
