using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A clip starts on the picture it was given: how well its first frame agrees with the photo where it lies in it.</summary>
internal sealed class FirstFrameCheck : IQualityCheck
{
    public string Name => "first-frame";

    public string Unit => "correlation";

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip) =>
        clip.Frames.Count == 0
            ? Measured.Skip("No frame could be decoded.")
            : Measured.Of(clip.Frames[0].Placed.Agreement, clip.Frames[0].Frame);
}
