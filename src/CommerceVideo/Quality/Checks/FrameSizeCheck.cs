using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>The shorter side of the frame.</summary>
internal sealed class FrameSizeCheck : IQualityCheck
{
    public string Name => "frame-size";

    public string Unit => "px";

    public bool AnySize => true;

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip)
    {
        var shown = clip.Clip.Facts.Picture.Shown;
        return Measured.Of(Math.Min(shown.Width, shown.Height));
    }
}
