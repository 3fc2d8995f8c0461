using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A second product, or anything else that the photo does not have beside the product.</summary>
internal sealed class OddThingCheck : IQualityCheck
{
    public string Name => "odd-thing";

    public string Unit => "share of product";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look.Surroundings is not null)
            .Select(static look => (look.Surroundings!.Odd, look.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("The product fills the frame.");
    }
}
