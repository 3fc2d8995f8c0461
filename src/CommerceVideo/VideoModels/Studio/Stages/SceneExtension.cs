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

    /// <summary>A gap up to this share of the frame is filled from the rim alone, twice as much from the whole picture.</summary>
    private const double NarrowGap = 0.22;

    /// <summary>From this share of the frame's short side outwards the rim gives way to the whole picture, blurred.</summary>
    private const double Far = 0.14;

    /// <summary>Blur of that, in hundredths of the frame's short side.</summary>
    private const int CoverBlur = 5;

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
        var cover = Cover(plane, area).Blur(CoverBlur * Math.Min(area.Width, area.Height) / (100 * CoarseField.Cell));
        var gap = Math.Max(1 - ((double)plane.Width / area.Width), 1 - ((double)plane.Height / area.Height));
        var coverShare = Smooth((gap - NarrowGap) / NarrowGap);
        var far = Far * Math.Min(area.Width, area.Height);
        var stage = new Plane(area.Width, area.Height);
        var (line, behind) = (new float[area.Width], new float[area.Width]);
        for (var y = 0; y < area.Height; y++)
        {
            var from = plane.Row(folds.Down.Source(y + area.Top));
            var to = stage.Row(y);
            var beyondY = folds.Down.Beyond(y + area.Top);
            soft.Line(y, 0, line);
            cover.Line(y, 0, behind);
            for (var x = 0; x < area.Width; x++)
            {
                var source = from[folds.Across.Source(x + area.Left)];
                var beyondX = folds.Across.Beyond(x + area.Left);
                if (beyondX == 0 && beyondY == 0)
                {
                    to[x] = source;
                    continue;
                }

                var distance = Math.Sqrt((beyondX * beyondX) + (beyondY * beyondY));
                var surroundings = line[x] + ((behind[x] - line[x]) * (Smooth(distance / far) * coverShare));
                var blurred = source + ((surroundings - source) * Smooth(distance / soften));
                var shade = 1 - ((1 - Darkest) * Smooth(distance / soften / 6));
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

    /// <summary>The whole picture enlarged to fill the stage, coarsely.</summary>
    private static CoarseField Cover(Plane plane, StageArea area)
    {
        var field = new CoarseField(area.Width, area.Height);
        var scale = Math.Max((double)area.Width / plane.Width, (double)area.Height / plane.Height);
        for (var cell = 0; cell < field.Values.Length; cell++)
        {
            var (row, column) = Math.DivRem(cell, field.Columns);
            var x = (plane.Width / 2.0) + ((((column + 0.5) * CoarseField.Cell) - (area.Width / 2.0)) / scale);
            var y = (plane.Height / 2.0) + ((((row + 0.5) * CoarseField.Cell) - (area.Height / 2.0)) / scale);
            field.Values[cell] = plane.Row(Math.Clamp((int)y, 0, plane.Height - 1))[
                Math.Clamp((int)x, 0, plane.Width - 1)
            ];
        }

        return field;
    }

    private static double Smooth(double share)
    {
        var t = Math.Clamp(share, 0, 1);
        return t * t * (3 - (2 * t));
    }
}
