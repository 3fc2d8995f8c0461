using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// The cloth's mean colour against the photo's, skin apart: the median over the frames, so that a sweep of light that passes
/// does not count, but never less than what the frames agree on in hue and chroma.
/// </summary>
internal sealed class ProductColourCheck : IQualityCheck
{
    public string Name => "product-colour";

    public string Unit => "deltaE00";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look.Product is not null)
            .Select(static look => (look.Product!.Value.DeltaE, look.Frame))
            .OrderBy(static one => one.DeltaE)
            .ToArray();
        return frames.Length < 3
            ? Measured.Skip(Measured.NotFound)
            : Measured.Of(frames[frames.Length / 2].DeltaE, frames[^1].Frame);
    }
}
