using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

internal sealed class LengthCheck : IQualityCheck
{
    public string Name => "length";

    public string Unit => "s";

    public bool AnySize => true;

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip) => Measured.Of(clip.Clip.Facts.Timing.Seconds);
}
