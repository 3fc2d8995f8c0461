using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Frames that the file promises and that cannot be decoded, or were decoded with errors.</summary>
internal sealed class WholeFileCheck : IQualityCheck
{
    public string Name => "corrupt-frames";

    public string Unit => "frames";

    public bool AnySize => true;

    public Measured Measure(ClipObservations clip)
    {
        var missing = Math.Abs(clip.Clip.Facts.Timing.Frames - clip.Clip.Trace.Count);
        return Measured.Of(
            clip.Clip.Damage is null ? missing : Math.Max(1, missing),
            missing > 0 ? clip.Clip.Trace.Count : null
        );
    }
}
