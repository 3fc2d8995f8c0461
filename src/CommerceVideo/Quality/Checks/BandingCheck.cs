using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Steps of tone where the photo has a smooth change.</summary>
internal sealed class BandingCheck : IQualityCheck
{
    public string Name => "banding";

    public string Unit => "steps a thousand px";

    public Measured Measure(ClipObservations clip) =>
        Ranked.Nearly(clip.Frames.Select(static look => (look.Native.Steps, look.Frame)), spared: 2) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("The clip has too few frames.");
}
