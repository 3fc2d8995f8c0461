using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>The product's colour on what is round it: how far hue and chroma of its rim moved beyond what all of the ground moved.</summary>
internal sealed class ColourBleedCheck : IQualityCheck
{
    public string Name => "colour-bleed";

    public string Unit => "deltaAb";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct || clip.Photo.Bare)
        {
            return Measured.Skip(clip.Photo.Bare ? "The photo has no ground of its own." : Measured.NoProduct);
        }

        var frames = clip
            .Found.Where(static look => look is { Rim: not null, Surroundings: not null })
            .Select(static look => ((look.Rim!.Value - look.Surroundings!.Cast).Chroma, look.Frame));
        return Ranked.Nearly(frames, spared: 1) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("Too little is seen round the product.");
    }
}
