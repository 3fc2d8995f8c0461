using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// The ground as it would be without the product: the smooth fit with grain of the same strength where the product and its
/// near shadow lie, running softly into the untouched picture.
/// </summary>
internal static class CleanPlate
{
    /// <summary>Cells round the product that are painted over in any case, and those of the soft run.</summary>
    private const int Sure = 3;
    private const int Run = 2;

    /// <summary>What a ground varies by more than this is texture, which grain cannot stand in for.</summary>
    private const double FinestGrain = 1.5;

    public static YccPicture Of(YccPicture picture, Plane mask, double noise)
    {
        var grain = (float)Math.Min(noise, FinestGrain);
        var fits = GroundFit.Of(picture, mask);
        var painted = GroundFit.ProductCells(mask).Spread(Sure + Run).Blur(Run);
        return new YccPicture(
            Of(picture.Y, fits[0], painted, grain),
            Of(picture.Cb, fits[1], painted, grain / 4),
            Of(picture.Cr, fits[2], painted, grain / 4)
        );
    }

    private static Plane Of(Plane plane, CoarseField fit, CoarseField painted, float noise)
    {
        var plate = new Plane(plane.Width, plane.Height);
        var (ground, share) = (new float[plane.Width], new float[plane.Width]);
        for (var y = 0; y < plane.Height; y++)
        {
            fit.Line(y, 0, ground);
            painted.Line(y, 0, share);
            var from = plane.Row(y);
            var to = plate.Row(y);
            for (var x = 0; x < to.Length; x++)
            {
                // Below a hair's breadth the picture itself stays, to the last bit.
                var paint = share[x] < 0.004f ? 0 : Math.Min(1, share[x]);
                var made = ground[x] + (noise * Plane.One * Grain.At(x, y));
                to[x] = paint == 0 ? from[x] : (short)Math.Round(from[x] + ((made - from[x]) * paint));
            }
        }

        return plate;
    }
}
