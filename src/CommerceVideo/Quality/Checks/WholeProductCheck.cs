using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A clip shows all of the product at some time, at once or part by part: the share of it that is ever seen.</summary>
internal sealed class WholeProductCheck : IQualityCheck
{
    public string Name => "whole-product";

    public string Unit => "share";

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        if (clip.Found.Count < 3)
        {
            return Measured.Skip(Measured.NotFound);
        }

        var (seen, all) = (0.0, 0.0);
        for (var cell = 0; cell < clip.EverSeen.Length; cell++)
        {
            all += clip.Photo.Mask[cell];
            seen += clip.EverSeen[cell] > 0 ? clip.Photo.Mask[cell] : 0;
        }

        return Measured.Of(seen / all, clip.Found.MaxBy(static look => look.SeenShare)!.Frame);
    }
}
