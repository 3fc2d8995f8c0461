using CommerceVideo.Media.Colours;
using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// How far the cloth's hue and chroma drift over the clip: from the middle frame of its first third to that of its last, as
/// CIEDE2000 of the photo's colour at the photo's own lightness, so that light which comes and goes does not count.
/// </summary>
internal sealed class ColourDriftCheck : IQualityCheck
{
    public string Name => "colour-drift";

    public string Unit => "deltaE00";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip.Found.Where(static look => look.Product is not null).ToArray();
        if (frames.Length < 6)
        {
            return Measured.Skip(Measured.NotFound);
        }

        var third = Math.Max(2, frames.Length / 3);
        var (first, last) = (Middle(frames[..third]), Middle(frames[^third..]));
        return Measured.Of(CieDe2000.Between(first, last), frames[^1].Frame);
    }

    private static LabColour Middle(FrameLook[] frames)
    {
        var photo = frames[0].Product!.Value.Photo;
        return new LabColour(
            photo.L,
            photo.A + Ranked.At(frames.Select(static f => f.Product!.Value.Clip.A - f.Product!.Value.Photo.A), 0.5),
            photo.B + Ranked.At(frames.Select(static f => f.Product!.Value.Clip.B - f.Product!.Value.Photo.B), 0.5)
        );
    }
}
