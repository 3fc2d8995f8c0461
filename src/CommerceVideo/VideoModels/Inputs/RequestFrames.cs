namespace CommerceVideo.VideoModels.Inputs;

/// <summary>The frames a request starts and, where its model can be told so, ends on.</summary>
internal sealed record PreparedFrames(PreparedPicture First, PreparedPicture? Last);

internal static class RequestFrames
{
    /// <returns>The frames, or why one of them cannot be sent.</returns>
    public static async Task<(PreparedFrames? Frames, string? Refusal)> FramesAsync(
        this PicturePreparation pictures,
        GenerationRequest request,
        PictureNeeds needs,
        CancellationToken ct
    )
    {
        var (first, refusal) = await PrepareAsync(pictures, request, request.Photo, needs, ct);
        if (first is null || request.Ending is not { } ending || !request.Model.Ending)
        {
            return first is null ? (null, refusal) : (new PreparedFrames(first, null), null);
        }

        var (last, why) = await PrepareAsync(pictures, request, ending, needs, ct);
        return last is null ? (null, why) : (new PreparedFrames(first, last), null);
    }

    private static async Task<(PreparedPicture? Picture, string? Refusal)> PrepareAsync(
        PicturePreparation pictures,
        GenerationRequest request,
        PhotoFile photo,
        PictureNeeds needs,
        CancellationToken ct
    ) =>
        await pictures.PrepareAsync(photo, request.Words.Subject, request.Order.Ratio, needs, ct) switch
        {
            PictureOutcome.Prepared prepared => (prepared.Picture, null),
            PictureOutcome.Refused refused => (null, refused.Reason),
            _ => throw new InvalidOperationException("A picture is prepared or refused."),
        };
}
