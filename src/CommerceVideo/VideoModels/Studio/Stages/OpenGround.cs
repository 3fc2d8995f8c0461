using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// A plain or graded ground carried on beyond the picture: the smooth fit, brought to the tone the picture has along its
/// edge, and on it the fine texture of the real ground reflected, so that neither tone nor grain changes there.
/// </summary>
internal static class OpenGround
{
    /// <summary>Cells round the product whose shadow must not be reflected.</summary>
    private const int ShadowCells = 8;

    /// <summary>Texture reaches at most this many standard deviations: a crease or a lamp would be seen twice.</summary>
    private const float Strongest = 1.6f;

    /// <summary>Grain of this many levels keeps a smooth tone from showing steps.</summary>
    private const float Dither = 0.8f;

    public static YccPicture Extended(YccPicture picture, Plane mask, StageArea area, double noise)
    {
        var fits = GroundFit.Of(picture, mask);
        var product = GroundFit.ProductCells(mask).Spread(ShadowCells).Blur(2);
        return new YccPicture(
            Extended(picture.Y, fits[0], mask, product, area, (float)noise),
            Extended(picture.Cb, fits[1], mask, product, area, (float)noise / 4),
            Extended(picture.Cr, fits[2], mask, product, area, (float)noise / 4)
        );
    }

    private static Plane Extended(
        Plane plane,
        CoarseField fit,
        Plane mask,
        CoarseField product,
        StageArea area,
        float noise
    )
    {
        var across = new Fold(area.Left, area.Width, plane.Width, plane.Width);
        var down = new Fold(area.Top, area.Height, plane.Height, plane.Height);
        var rim = new RimTone(plane, mask, fit, across, down);
        var stage = new Plane(area.Width, area.Height);
        var (ground, reflected, hidden) = (new float[area.Width], new float[plane.Width], new float[plane.Width]);
        var grainy = Math.Max(GrainLevel.Of(plane, product), Math.Min(noise, Dither) * Plane.One);
        var strongest = Strongest * Math.Max(noise, 0.5f) * Plane.One;
        for (var y = 0; y < area.Height; y++)
        {
            var pictureY = y + area.Top;
            var sourceY = down.Source(pictureY);
            var from = plane.Row(sourceY);
            var to = stage.Row(y);
            fit.Line(pictureY, area.Left, ground);
            fit.Line(sourceY, 0, reflected);
            product.Line(sourceY, 0, hidden);
            for (var x = 0; x < area.Width; x++)
            {
                var pictureX = x + area.Left;
                var sourceX = across.Source(pictureX);
                if (sourceX == pictureX && sourceY == pictureY)
                {
                    to[x] = from[sourceX];
                    continue;
                }

                var grain = grainy * Grain.At(x, y);
                var texture = Math.Clamp(from[sourceX] - reflected[sourceX], -strongest, strongest);
                var shown = 1 - Math.Min(hidden[sourceX], 1);
                var tone = ground[x] + rim.At(pictureX, pictureY);
                to[x] = (short)Math.Round(tone + (texture * shown) + (grain * (1 - shown)));
            }
        }

        return stage;
    }
}
