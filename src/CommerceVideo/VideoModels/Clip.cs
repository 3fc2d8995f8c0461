namespace CommerceVideo.VideoModels;

/// <summary>What came back from a model, untouched.</summary>
/// <param name="Focus">
/// Where the product is over the whole Clip, as shares of the frame (left, top, width, height); null when unknown.
/// A crop to another ratio keeps this box whole where it fits.
/// </param>
/// <param name="Warnings">What of the Shot the model could not honour.</param>
public sealed record Clip(
    string File,
    int Width,
    int Height,
    double Fps,
    double Seconds,
    FrameShare? Focus,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>Its provider signed a C2PA manifest into the file.</summary>
    public bool Manifest { get; init; }
}

/// <summary>A box as shares (0 to 1) of a frame.</summary>
public readonly record struct FrameShare(double X, double Y, double Width, double Height);
