using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Exposure that pumps: how far the light of all the frame swings, in L. A light that crosses the product alone is meant and
/// does not count: of product and surroundings the steadier one is taken.
/// </summary>
internal sealed class LightSwingCheck : IQualityCheck
{
    public string Name => "light-swing";

    public string Unit => "L";

    public Measured Measure(ClipObservations clip)
    {
        var frames = clip.Found.Where(static look => look is { Product: not null, Surroundings: not null }).ToArray();
        if (frames.Length < 5)
        {
            return Alone(clip);
        }

        var product = Offsets(frames, static look => look.Product!.Value.Clip.L - look.Product!.Value.Photo.L);
        var around = Offsets(frames, look => clip.Photo.Bare ? look.Surroundings!.Light : look.Surroundings!.Cast.L);
        var both = product
            .Zip(around, static (one, other) => one * other <= 0 ? 0 : Math.MinMagnitude(one, other))
            .ToArray();
        return Measured.Of(both.Max() - both.Min(), frames[Array.IndexOf(both, both.MaxBy(Math.Abs))].Frame);
    }

    /// <summary>Nothing but product is seen.</summary>
    private static Measured Alone(ClipObservations clip)
    {
        var frames = clip.Found.Where(static look => look.Product is not null).ToArray();
        if (frames.Length < 5)
        {
            return Measured.Skip(Measured.NotFound);
        }

        var offsets = Offsets(frames, static look => look.Product!.Value.Clip.L - look.Product!.Value.Photo.L);
        return Measured.Of(
            offsets.Max() - offsets.Min(),
            frames[Array.IndexOf(offsets, offsets.MaxBy(Math.Abs))].Frame
        );
    }

    private static double[] Offsets(FrameLook[] frames, Func<FrameLook, double> light)
    {
        var values = frames.Select(light).ToArray();
        var middle = Ranked.At(values, 0.5);
        return [.. values.Select(value => value - middle)];
    }
}
