using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

internal sealed class FrameRateCheck : IQualityCheck
{
    public string Name => "frame-rate";

    public string Unit => "fps";

    public bool AnySize => true;

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip) => Measured.Of(clip.Clip.Fps);
}
