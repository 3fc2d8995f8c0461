using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A clip starts on the picture it was given: how well its first frame agrees with the photo where it lies in it.</summary>
internal sealed class FirstFrameCheck : IQualityCheck
{
    private const double LeastContrast = 5;

    public string Name => "first-frame";

    public string Unit => "correlation";

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip) =>
        clip.Frames.Count == 0 ? Measured.Skip("No frame could be decoded.")
        : clip.Photo.Contrast < LeastContrast && clip.Found.Count == 0
            ? Measured.Skip("The photo has too little contrast to be recognised by.")
        : Measured.Of(clip.Frames[0].Placed.Agreement, clip.Frames[0].Frame);
}
