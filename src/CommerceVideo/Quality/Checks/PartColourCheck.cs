using CommerceVideo.Media.Colours;
using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A part of the product whose colour left that of the rest: hue and chroma only, since light may fall unevenly.</summary>
internal sealed class PartColourCheck : IQualityCheck
{
    public string Name => "part-colour";

    public string Unit => "deltaAb";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var casts = clip.Found.ToDictionary(static look => look.Frame, Cast);
        return Ranked.Worst(clip, (look, patch) => Away(patch.Colour, casts[look.Frame])) is { } worst
            ? Measured.Of(worst.Value - worst.Usual, worst.Frame)
            : Measured.Skip(Measured.NotFound);
    }

    private static LabColour Cast(FrameLook look)
    {
        var patches = look.Patches.OfType<PatchLook>().ToArray();
        return new LabColour(
            0,
            Ranked.At(patches.Select(static patch => patch.Colour.A), 0.5),
            Ranked.At(patches.Select(static patch => patch.Colour.B), 0.5)
        );
    }

    private static double Away(LabColour colour, LabColour cast) => (colour - cast).Chroma;
}
