using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// A plain or graded ground carried on beyond the picture: the smooth fit, and on it the fine texture of the real ground
/// reflected at the edge, so that neither tone nor grain changes there.
/// </summary>
internal static class OpenGround
{
    /// <summary>Cells round the product whose shadow must not be reflected.</summary>
    private const int ShadowCells = 8;

    public static YccPicture Extended(YccPicture picture, Plane mask, StageArea area, double noise)
    {
        var fits = GroundFit.Of(picture, mask);
        var product = GroundFit.ProductCells(mask).Spread(ShadowCells).Blur(2);
        var grain = new[] { (float)noise, (float)noise / 4, (float)noise / 4 };
        return new YccPicture(
            Extended(picture.Y, fits[0], product, area, grain[0]),
            Extended(picture.Cb, fits[1], product, area, grain[1]),
            Extended(picture.Cr, fits[2], product, area, grain[2])
        );
    }

    private static Plane Extended(Plane plane, CoarseField fit, CoarseField product, StageArea area, float noise)
    {
        var stage = new Plane(area.Width, area.Height);
        var (ground, reflected, hidden) = (new float[area.Width], new float[plane.Width], new float[plane.Width]);
        for (var y = 0; y < area.Height; y++)
        {
            var pictureY = y + area.Top;
            var sourceY = Mirror.At(pictureY, plane.Height);
            var from = plane.Row(sourceY);
            var to = stage.Row(y);
            var inside = sourceY == pictureY;
            fit.Line(pictureY, area.Left, ground);
            fit.Line(sourceY, 0, reflected);
            product.Line(sourceY, 0, hidden);
            for (var x = 0; x < area.Width; x++)
            {
                var sourceX = Mirror.At(x + area.Left, plane.Width);
                if (inside && sourceX == x + area.Left)
                {
                    to[x] = from[sourceX];
                    continue;
                }

                var grain = noise * Plane.One * Grain.At(x, y);
                var texture = from[sourceX] - reflected[sourceX];
                var shown = 1 - Math.Min(hidden[sourceX], 1);
                to[x] = (short)Math.Round(ground[x] + (texture * shown) + (grain * (1 - shown)));
            }
        }

        return stage;
    }
}
