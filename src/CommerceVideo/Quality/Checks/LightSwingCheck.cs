using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Exposure that pumps: how far the light of all the frame swings, as a share of it. A light that crosses the product alone is meant and
/// does not count: of product and surroundings the steadier one is taken.
/// </summary>
internal sealed class LightSwingCheck : IQualityCheck
{
    /// <summary>In L: of what is nearly black nobody sees a share.</summary>
    private const double Floor = 2;

    public string Name => "light-swing";

    public string Unit => "% of light";

    public Measured Measure(ClipObservations clip)
    {
        var frames = clip.Found.Where(static look => look is { Product: not null, Surroundings: not null }).ToArray();
        if (frames.Length < 5)
        {
            return Alone(clip);
        }

        var product = Offsets(frames, Product);
        var around = Offsets(frames, look => Around(look.Surroundings!, clip.Photo.Bare));
        var both = product
            .Zip(around, static (one, other) => one * other <= 0 ? 0 : Math.MinMagnitude(one, other))
            .ToArray();
        return Measured.Of(100 * (both.Max() - both.Min()), frames[Array.IndexOf(both, both.MaxBy(Math.Abs))].Frame);
    }

    /// <summary>Nothing but product is seen.</summary>
    private static Measured Alone(ClipObservations clip)
    {
        var frames = clip.Found.Where(static look => look.Product is not null).ToArray();
        if (frames.Length < 5)
        {
            return Measured.Skip(Measured.NotFound);
        }

        var offsets = Offsets(frames, Product);
        return Measured.Of(
            100 * (offsets.Max() - offsets.Min()),
            frames[Array.IndexOf(offsets, offsets.MaxBy(Math.Abs))].Frame
        );
    }

    private static double Product(FrameLook look) => Share(look.Product!.Value.Clip.L, look.Product!.Value.Photo.L);

    private static double Around(SurroundingsLook look, bool bare) =>
        bare ? Math.Log(look.Light + Floor) : Share(look.Light, look.Light - look.Cast.L);

    private static double Share(double light, double photo) => Math.Log((light + Floor) / (Math.Max(0, photo) + Floor));

    private static double[] Offsets(FrameLook[] frames, Func<FrameLook, double> light)
    {
        var values = frames.Select(light).ToArray();
        var middle = Ranked.At(values, 0.5);
        return [.. values.Select(value => value - middle)];
    }
}
