using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A plain ground stays plain: no vignette, no stain, no gradient that the photo does not have.</summary>
internal sealed class GroundCheck : IQualityCheck
{
    public string Name => "ground";

    public string Unit => "deltaE76";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.PlainGround)
        {
            return Measured.Skip("The photo's ground is a scene.");
        }

        var frames = clip
            .Found.Where(static look => look.Surroundings is not null)
            .Select(static look => (look.Surroundings!.Uneven, look.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("The product fills the frame.");
    }
}
