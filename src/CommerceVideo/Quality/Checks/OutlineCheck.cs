using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// The product keeps its shape: how far its outline moved in or out, as a share of the product's diagonal. Each point of it is
/// followed over the clip first: what moved stays moved for some frames, and what wavers in one does not count.
/// </summary>
internal sealed class OutlineCheck : IQualityCheck
{
    private const int Spared = 2;

    /// <summary>Of the points along the outline; what is left is a hem or a sleeve, not a speck.</summary>
    private const double Share = 0.97;

    public string Name => "outline";

    public string Unit => "% of product";

    public Measured Measure(ClipObservations clip)
    {
        if (!clip.Photo.HasProduct)
        {
            return Measured.Skip(Measured.NoProduct);
        }

        var frames = clip.Found.Where(static look => look.Contour is not null).ToArray();
        var points = frames.Length == 0 ? 0 : frames[0].Contour!.Shifts.Length;
        var moved = Enumerable
            .Range(0, points)
            .Select(point => Moved(frames, point))
            .OfType<(double Value, int Frame)>()
            .OrderBy(static one => one.Value)
            .ToArray();
        if (moved.Length < 24)
        {
            return Measured.Skip("The product's outline does not stand out in this clip.");
        }

        var (value, frame) = moved[(int)(Share * (moved.Length - 1))];
        return Measured.Of(100 * value / clip.Photo.Diagonal, frame);
    }

    /// <summary>How far at least, one way, in all but the fewest frames that show it moved so.</summary>
    private static (double Value, int Frame)? Moved(FrameLook[] frames, int point)
    {
        var seen = frames
            .Where(look => look.Contour!.Shifts[point] is not null)
            .Select(look => (Value: look.Contour!.Shifts[point]!.Value, look.Frame))
            .ToArray();
        return (
            Ranked.Nearly(seen, Spared),
            Ranked.Nearly(seen.Select(static one => (-one.Value, one.Frame)), Spared)
        ) switch
        {
            ({ } outwards, { } inwards) => outwards.Value > inwards.Value ? outwards : inwards,
            _ => null,
        };
    }
}
