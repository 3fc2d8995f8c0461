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

    /// <summary>Only the picture's rim is carried on: what lies deeper would come back as a ghost.</summary>
    private const double Rim = 0.06;

    /// <summary>Width of the blur in cells, for every 100 px of the picture's short side.</summary>
    private const double BlurCells = 0.45;

    private const double Darkest = 0.88;

    public static YccPicture Extended(YccPicture picture, StageArea area)
    {
        var shortSide = Math.Min(picture.Width, picture.Height);
        var rim = Math.Max(4, (int)(shortSide * Rim));
        var folds = (
            new Fold(area.Left, area.Width, picture.Width, rim),
            new Fold(area.Top, area.Height, picture.Height, rim)
        );
        var blur = Math.Max(2, (int)Math.Round(shortSide * BlurCells / 100));
        var soften = Math.Max(6.0, Math.Min(area.Width, area.Height) * Softening);
        return new YccPicture(
            Extended(picture.Y, area, folds, blur, soften, 16 * Plane.One),
            Extended(picture.Cb, area, folds, blur, soften, 128 * Plane.One),
            Extended(picture.Cr, area, folds, blur, soften, 128 * Plane.One)
        );
    }

    private static Plane Extended(
        Plane plane,
        StageArea area,
        (Fold Across, Fold Down) folds,
        int blur,
        double soften,
        int black
    )
    {
        var soft = Soft(plane, area, folds).Blur(blur);
        var stage = new Plane(area.Width, area.Height);
        var line = new float[area.Width];
        for (var y = 0; y < area.Height; y++)
        {
            var from = plane.Row(folds.Down.Source(y + area.Top));
            var to = stage.Row(y);
            var beyondY = folds.Down.Beyond(y + area.Top);
            soft.Line(y, 0, line);
            for (var x = 0; x < area.Width; x++)
            {
                var source = from[folds.Across.Source(x + area.Left)];
                var beyondX = folds.Across.Beyond(x + area.Left);
                if (beyondX == 0 && beyondY == 0)
                {
                    to[x] = source;
                    continue;
                }

                var distance = Math.Sqrt((beyondX * beyondX) + (beyondY * beyondY)) / soften;
                var blurred = source + ((line[x] - source) * Smooth(distance));
                var shade = 1 - ((1 - Darkest) * Smooth(distance / 6));
                to[x] = (short)Math.Round(black + ((blurred - black) * shade));
            }
        }

        return stage;
    }

    private static CoarseField Soft(Plane plane, StageArea area, (Fold Across, Fold Down) folds)
    {
        var field = new CoarseField(area.Width, area.Height);
        var counts = new int[field.Values.Length];
        for (var y = 0; y < area.Height; y++)
        {
            var from = plane.Row(folds.Down.Source(y + area.Top));
            var at = y / CoarseField.Cell * field.Columns;
            for (var x = 0; x < area.Width; x++)
            {
                field.Values[at + (x / CoarseField.Cell)] += from[folds.Across.Source(x + area.Left)];
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
