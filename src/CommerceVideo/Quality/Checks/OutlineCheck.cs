using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>The product keeps its shape: how far its outline moved in or out, as a share of the product's diagonal.</summary>
internal sealed class OutlineCheck : IQualityCheck
{
    public string Name => "outline";

    public string Unit => "% of product";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look.Contour is not null)
            .Select(static look => (look.Contour!.Shift, look.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(100 * worst.Value / clip.Photo.Diagonal, worst.Frame)
            : Measured.Skip("The product's outline does not stand out in this clip.");
    }
}
