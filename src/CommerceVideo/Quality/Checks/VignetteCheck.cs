using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Corners that are darker (or lighter) than the photo has them: the middle over the frames, since a light that passes is meant
/// and a vignette stays.
/// </summary>
internal sealed class VignetteCheck : IQualityCheck
{
    public string Name => "vignette";

    public string Unit => "% of light in the corners";

    public Measured Measure(ClipObservations clip)
    {
        var frames = clip.Found.Where(static look => look.Falloff is not null).ToArray();
        return frames.Length < 3
            ? Measured.Skip(Measured.NotFound)
            : Measured.Of(
                Math.Abs(100 * Ranked.At(frames.Select(static look => look.Falloff!.Value), 0.5)),
                frames.MaxBy(static look => Math.Abs(look.Falloff!.Value))!.Frame
            );
    }
}
