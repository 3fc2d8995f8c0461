namespace CommerceVideo.VideoModels.Inputs;

/// <summary>All pictures of a request, prepared.</summary>
/// <param name="First">Null for a Shot that starts from references: the product is the first of them then.</param>
/// <param name="Last">Null where the Clip may end anywhere, or its model cannot be told.</param>
internal sealed record RequestPictures(
    PreparedPicture? First,
    PreparedPicture? Last,
    IReadOnlyList<PreparedPicture> References
)
{
    /// <summary>The number of the first casting picture, where a request counts its pictures in this order.</summary>
    public int FirstCast => Last is null ? 2 : 3;
}

internal static class RequestPicturesPreparation
{
    /// <returns>The pictures, or why one of them cannot be sent.</returns>
    public static async Task<(RequestPictures? Pictures, string? Refusal)> AllAsync(
        this PicturePreparation pictures,
        GenerationRequest request,
        PictureNeeds needs,
        CancellationToken ct
    )
    {
        var each = needs.Among(request.References.Count + (request.Ending is null ? 1 : 2));
        var (frames, refusal) = await pictures.FramesAsync(request, each, ct);
        if (frames is null)
        {
            return (null, refusal);
        }

        var references = new List<PreparedPicture>();
        foreach (var reference in request.References)
        {
            switch (await pictures.PrepareAsync(reference.Photo, null, request.Order.Ratio, each, ct))
            {
                case PictureOutcome.Prepared prepared:
                    references.Add(prepared.Picture);
                    break;
                case PictureOutcome.Refused refused:
                    return (null, refused.Reason);
            }
        }

        return request.Shot.Start == ShotStart.References
            ? (new RequestPictures(null, null, [frames.First, .. references]), null)
            : (new RequestPictures(frames.First, frames.Last, references), null);
    }
}
