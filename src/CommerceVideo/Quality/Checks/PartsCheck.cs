using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// A button that is lost, a label that melted, a logo that is mirrored, a print that was invented: the patches of the product
/// that are least like the photo's, beyond what all patches of this clip are unlike.
/// </summary>
internal sealed class PartsCheck : IQualityCheck
{
    public string Name => "parts";

    public string Unit => "unlikeness";

    public Measured Measure(ClipObservations clip) =>
        !clip.Photo.HasProduct ? Measured.Skip(Measured.NoProduct)
        : Ranked.Worst(clip, static (_, patch) => patch.Unlike) is { } worst
            ? Measured.Of(worst.Value - worst.Usual, worst.Frame)
        : Measured.Skip(Measured.NotFound);
}
