using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Parts of the product's outline that are nowhere near their place: a part is gone, or something grew there.</summary>
internal sealed class OutlineLostCheck : IQualityCheck
{
    public string Name => "outline-lost";

    public string Unit => "share";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look.Contour is not null)
            .Select(static look => (look.Contour!.Lost, look.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("The product's outline does not stand out in this clip.");
    }
}
