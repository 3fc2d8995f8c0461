using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// How much softer the product's edges are than the photo gives them at the clip's own size: the middle over the frames, since
/// what sways lies beside its place in some of them and looks soft there.
/// </summary>
internal sealed class SharpnessCheck : IQualityCheck
{
    public string Name => "sharpness";

    public string Unit => "px of blur at 360 px of width";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip.Found.Where(static look => look.Native.Blur is not null).ToArray();
        return frames.Length < 3
            ? Measured.Skip("The product has too little detail in the middle of the frame.")
            : Measured.Of(
                Ranked.At(frames.Select(static look => look.Native.Blur!.Value), 0.5),
                frames.MaxBy(static look => look.Native.Blur)!.Frame
            );
    }
}
