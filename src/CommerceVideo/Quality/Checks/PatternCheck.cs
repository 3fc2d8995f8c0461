using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// The pattern keeps its pitch and its place on the product: how far patches whose place is certain moved away from where the
/// rest of the product puts them, as a share of the product's diagonal.
/// </summary>
internal sealed class PatternCheck : IQualityCheck
{
    private const int Fewest = 8;

    public string Name => "pattern";

    public string Unit => "% of product";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Select(static look =>
                (Marked: look.Patches.OfType<PatchLook>().Where(static patch => patch.Marked).ToArray(), look.Frame)
            )
            .Where(static one => one.Marked.Length >= Fewest)
            .Select(one => (Ranked.At(one.Marked.Select(static patch => patch.Away), 0.75), one.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(100 * worst.Value / clip.Photo.Diagonal, worst.Frame)
            : Measured.Skip("The product has no pattern that a place can be told by.");
    }
}
