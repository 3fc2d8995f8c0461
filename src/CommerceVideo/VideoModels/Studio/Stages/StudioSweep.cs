using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// What a cut-out product stands on: a warm, very light grey lit from above its middle, and a soft shadow of the product's
/// own shape.
/// </summary>
internal static class StudioSweep
{
    /// <summary>Enough grain to keep a gradient from showing steps.</summary>
    private const float Grained = 0.6f;

    private static readonly (byte Red, byte Green, byte Blue) Light = (245, 243, 240);
    private static readonly (byte Red, byte Green, byte Blue) Edge = (221, 217, 212);

    /// <summary>Each shadow: how far it falls and how soft it is, as shares of the stage's short side, and how dark.</summary>
    private static readonly (double Fall, double Blur, float Strength)[] Shadows =
    [
        (0.008, 0.010, 0.16f),
        (0.030, 0.035, 0.13f),
    ];

    public static YccPicture Ground(int width, int height)
    {
        var picture = new YccPicture(width, height);
        var (light, edge) = (
            PictureColours.Convert(Light.Red, Light.Green, Light.Blue),
            PictureColours.Convert(Edge.Red, Edge.Green, Edge.Blue)
        );
        var radius = 0.75 * Math.Sqrt(((double)width * width) + ((double)height * height));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (away, down) = (x - (0.5 * width), y - (0.42 * height));
                var share = Math.Min(1, Math.Sqrt((away * away) + (down * down)) / radius);
                var fade = (float)(share * share);
                var at = (y * width) + x;
                var grain = Grained * Plane.One * Grain.At(x, y);
                picture.Y.Samples[at] = (short)(light.Y + ((edge.Y - light.Y) * fade) + grain);
                picture.Cb.Samples[at] = (short)(light.Cb + ((edge.Cb - light.Cb) * fade));
                picture.Cr.Samples[at] = (short)(light.Cr + ((edge.Cr - light.Cr) * fade));
            }
        }

        return picture;
    }

    /// <summary>The ground with the product's shadow on it.</summary>
    public static YccPicture Shaded(YccPicture ground, Plane mask)
    {
        var shade = Shade(mask);
        return new YccPicture(
            Darkened(ground.Y, shade, 16 * Plane.One),
            Darkened(ground.Cb, shade, 128 * Plane.One),
            Darkened(ground.Cr, shade, 128 * Plane.One)
        );
    }

    private static Plane Darkened(Plane plane, Plane shade, int black)
    {
        var darker = new Plane(plane.Width, plane.Height);
        for (var at = 0; at < plane.Samples.Length; at++)
        {
            darker.Samples[at] = (short)(plane.Samples[at] - ((plane.Samples[at] - black) * shade.Samples[at] >> 14));
        }

        return darker;
    }

    /// <summary>How much light is taken away, in 1/16384.</summary>
    private static Plane Shade(Plane mask)
    {
        var shade = new Plane(mask.Width, mask.Height);
        var side = Math.Min(mask.Width, mask.Height);
        var line = new float[mask.Width];
        foreach (var (fall, blur, strength) in Shadows)
        {
            var cells = Cover(mask).Blur(Math.Max(1, (int)Math.Round(blur * side / CoarseField.Cell)));
            for (var y = 0; y < mask.Height; y++)
            {
                cells.Line(y - (int)Math.Round(fall * side), 0, line);
                var row = shade.Row(y);
                for (var x = 0; x < row.Length; x++)
                {
                    row[x] += (short)(line[x] * strength * 16384);
                }
            }
        }

        return shade;
    }

    private static CoarseField Cover(Plane mask)
    {
        const float Full = 255f * Plane.One * CoarseField.Cell * CoarseField.Cell;
        var cells = new CoarseField(mask.Width, mask.Height);
        for (var y = 0; y < mask.Height; y++)
        {
            var row = mask.Row(y);
            var at = y / CoarseField.Cell * cells.Columns;
            for (var x = 0; x < row.Length; x++)
            {
                cells.Values[at + (x / CoarseField.Cell)] += row[x] / Full;
            }
        }

        return cells;
    }
}
