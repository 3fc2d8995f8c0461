using CommerceVideo.Platform.Storage;

namespace CommerceVideo.VideoModels.Inputs;

/// <summary>Addresses of prepared pictures, for providers that take none inline: signed, and they end.</summary>
/// <param name="store">Null where nobody outside can reach us.</param>
internal sealed class PictureLinks(IObjectStore? store)
{
    /// <param name="name">What a fetcher calls the file; it stands in the address.</param>
    /// <param name="life">Seven days at most.</param>
    /// <returns>Null where nobody outside can reach us.</returns>
    public async Task<Uri?> ToAsync(PreparedPicture picture, string name, TimeSpan life, CancellationToken ct)
    {
        if (store is null)
        {
            return null;
        }

        using var content = new MemoryStream(picture.Jpeg, writable: false);
        var kept = await store.PutAsync(content, "image/jpeg", ct);
        return store.LinkTo(kept.Key, life, name);
    }
}
