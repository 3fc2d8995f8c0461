using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Inputs;

/// <summary>What a provider accepts as a picture; JPEG is taken by all of them.</summary>
/// <param name="MostBytes">Of the file, before any base64.</param>
/// <param name="ShortestSide">Pixels; a smaller picture is enlarged to it.</param>
/// <param name="Exact">The picture must have exactly this size.</param>
/// <param name="MostOfAll">Bytes of all pictures of a request together; null where only each one is limited.</param>
internal sealed record PictureNeeds(
    long MostBytes,
    int ShortestSide = 300,
    FrameSize? Exact = null,
    long? MostOfAll = null
)
{
    /// <summary>For each of so many pictures in one request.</summary>
    public PictureNeeds Among(int pictures) =>
        MostOfAll is { } all ? this with { MostBytes = Math.Min(MostBytes, all / pictures) } : this;
}
