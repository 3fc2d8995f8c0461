using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Tones that keep to a few levels where the photo has a smooth change.</summary>
internal sealed class BandingCheck : IQualityCheck
{
    public string Name => "banding";

    public string Unit => "bits";

    public Measured Measure(ClipObservations clip)
    {
        var frames = clip
            .Found.Where(static look => look.Native.Comb is not null)
            .Select(static look => (look.Native.Comb!.Value, look.Frame));
        return Ranked.Nearly(frames, spared: 2) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("Too little of the product is seen in the middle of the frame.");
    }
}
