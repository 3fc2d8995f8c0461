using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>The product's fine detail at the clip's own size, as a share of what the photo gives at that size.</summary>
internal sealed class SharpnessCheck : IQualityCheck
{
    public string Name => "sharpness";

    public string Unit => "share of photo";

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look.Native.Sharpness is not null)
            .Select(static look => (-look.Native.Sharpness!.Value, look.Frame));
        return Ranked.Nearly(frames, spared: 2) is { } worst
            ? Measured.Of(-worst.Value, worst.Frame)
            : Measured.Skip("The product has too little detail in the middle of the frame.");
    }
}
