using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>
/// A scene carried on beyond the picture as out-of-focus surroundings: it meets the picture's edge in tone, loses its
/// detail within a few pixels and darkens a little with distance.
/// </summary>
internal static class SceneExtension
{
    /// <summary>Share of the frame's short side within which the detail is gone.</summary>
    private const double Softening = 0.035;

    /// <summary>Width of the blur in cells, for every 100 px of the picture's short side.</summary>
    private const double BlurCells = 0.45;

    private const double Darkest = 0.90;

    public static YccPicture Extended(YccPicture picture, StageArea area)
    {
        var blur = Math.Max(2, (int)Math.Round(Math.Min(picture.Width, picture.Height) * BlurCells / 100));
        var soften = Math.Max(6.0, Math.Min(area.Width, area.Height) * Softening);
        return new YccPicture(
            Extended(picture.Y, area, blur, soften, 16 * Plane.One),
            Extended(picture.Cb, area, blur, soften, 128 * Plane.One),
            Extended(picture.Cr, area, blur, soften, 128 * Plane.One)
        );
    }

    private static Plane Extended(Plane plane, StageArea area, int blur, double soften, int black)
    {
        var soft = Soft(plane, area).Blur(blur);
        var stage = new Plane(area.Width, area.Height);
        var line = new float[area.Width];
        for (var y = 0; y < area.Height; y++)
        {
            var from = plane.Row(Mirror.At(y + area.Top, plane.Height));
            var to = stage.Row(y);
            var outsideY = Mirror.Outside(y + area.Top, plane.Height);
            soft.Line(y, 0, line);
            for (var x = 0; x < area.Width; x++)
            {
                var source = from[Mirror.At(x + area.Left, plane.Width)];
                var outsideX = Mirror.Outside(x + area.Left, plane.Width);
                if (outsideX == 0 && outsideY == 0)
                {
                    to[x] = source;
                    continue;
                }

                var distance = Math.Sqrt((outsideX * outsideX) + (outsideY * outsideY)) / soften;
                var blurred = source + ((line[x] - source) * Smooth(distance));
                var shade = 1 - ((1 - Darkest) * Smooth(distance / 6));
                to[x] = (short)Math.Round(black + ((blurred - black) * shade));
            }
        }

        return stage;
    }

    private static CoarseField Soft(Plane plane, StageArea area)
    {
        var field = new CoarseField(area.Width, area.Height);
        var counts = new int[field.Values.Length];
        for (var y = 0; y < area.Height; y++)
        {
            var from = plane.Row(Mirror.At(y + area.Top, plane.Height));
            var at = y / CoarseField.Cell * field.Columns;
            for (var x = 0; x < area.Width; x++)
            {
                field.Values[at + (x / CoarseField.Cell)] += from[Mirror.At(x + area.Left, plane.Width)];
                counts[at + (x / CoarseField.Cell)]++;
            }
        }

        for (var cell = 0; cell < counts.Length; cell++)
        {
            field.Values[cell] /= counts[cell];
        }

        return field;
    }

    private static double Smooth(double share)
    {
        var t = Math.Clamp(share, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
