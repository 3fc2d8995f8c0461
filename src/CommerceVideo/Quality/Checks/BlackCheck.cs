using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Frames that are black, at the start or anywhere. A photo that is itself nearly all black is not held against the clip.
/// </summary>
internal sealed class BlackCheck : IQualityCheck
{
    private const double AllBlack = 0.97;

    /// <summary>A frame this much darker than the clip is on its way to black.</summary>
    private const double Fading = 0.45;

    private const double BlackLevel = 16;

    public string Name => "black";

    public string Unit => "frames";

    public bool AnySize => true;

    public Measured Measure(ClipObservations clip)
    {
        var usual = Ranked.At(clip.Clip.Trace.Select(static frame => frame.Light), 0.5) - BlackLevel;
        var black = clip
            .Clip.Trace.Select((frame, at) => (frame, at))
            .Where(one => one.frame.Dark >= AllBlack ? usual > 12 : one.frame.Light - BlackLevel < Fading * usual)
            .Select(static one => one.at)
            .ToArray();
        return Measured.Of(black.Length, black.Length == 0 ? null : black[0]);
    }
}
