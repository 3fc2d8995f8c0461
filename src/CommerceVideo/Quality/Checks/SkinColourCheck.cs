using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>The same person keeps the same skin: mean colour of what is skin in the photo, apart from the cloth.</summary>
internal sealed class SkinColourCheck : IQualityCheck
{
    public string Name => "skin-colour";

    public string Unit => "deltaE00";

    public Measured Measure(ClipObservations clip)
    {
        if (clip.Photo.Study.Person != true)
        {
            return Measured.Skip("No person is seen in the photo for certain.");
        }

        var frames = clip.Found.Where(static look => look.Skin is not null).ToArray();
        return frames.Length < 3
            ? Measured.Skip("Too little skin is seen in the clip.")
            : Measured.Of(Ranked.At(frames.Select(static look => look.Skin!.Value.DeltaE), 0.5), frames[0].Frame);
    }
}
