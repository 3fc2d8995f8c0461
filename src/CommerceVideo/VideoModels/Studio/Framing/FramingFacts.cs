using CommerceVideo.Media;

namespace CommerceVideo.VideoModels.Studio.Framing;

/// <summary>What decides how a Shot is framed.</summary>
/// <param name="Product">Box of the product; the whole picture when unknown.</param>
/// <param name="ProductKnown">False: the box says nothing, and a crop of the middle must do.</param>
/// <param name="OpenGround">The ground can be made on beyond the picture so that nobody sees where.</param>
internal sealed record FramingFacts(
    int Width,
    int Height,
    PixelBox Product,
    bool ProductKnown,
    bool OpenGround,
    AspectRatio Ratio
)
{
    /// <summary>Someone stands on that ground, and comes in over the picture's lower edge.</summary>
    public bool Worn { get; init; }

    /// <summary>For a page, where the frame follows the picture: a small picture gives a small film.</summary>
    public bool FollowsPicture { get; init; }

    /// <summary>The widest view of this shape inside the picture.</summary>
    public double Covers => Math.Min(Width, Height * Ratio.Value);
}
