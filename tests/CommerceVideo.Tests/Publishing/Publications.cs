using CommerceVideo.Publishing;

namespace CommerceVideo.Tests.Publishing;

/// <summary>Publications with valid defaults; a test says only what it is about.</summary>
internal static class Publications
{
    public const string Alt = "Video of Red dress";

    public static Publication Of(
        PublicationState state,
        Guid rendition = default,
        string? media = null,
        string[]? before = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ShopId = Guid.Empty,
            ProductId = Guid.Empty,
            RenditionId = rendition,
            Channel = Publication.ShopifyChannel,
            State = state,
            MediaGid = media,
            MediaBefore = before ?? [],
            Alt = Alt,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
}
