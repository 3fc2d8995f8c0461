using CommerceVideo.VideoModels.Studio.Cameras;
using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Stages;

/// <summary>Which pixels of the (reduced) picture, and beyond it, a stage holds.</summary>
/// <param name="Left">Picture column of the stage's first; negative when ground is made on to the left.</param>
internal readonly record struct StageArea(int Left, int Top, int Width, int Height)
{
    /// <summary>The picture, and what the camera sees beyond it.</summary>
    public static StageArea Of(View seen, int width, int height)
    {
        var (left, top) = (Outwards(seen.X), Outwards(seen.Y));
        var right = width - Outwards(width - seen.Right);
        var bottom = height - Outwards(height - seen.Bottom);
        return new StageArea(left, top, right - left, bottom - top);
    }

    public bool IsPicture(int width, int height) => this == new StageArea(0, 0, width, height);

    /// <summary>A plane of the picture in the middle of a stage that is 0 elsewhere.</summary>
    public Plane Around(Plane plane)
    {
        if (IsPicture(plane.Width, plane.Height))
        {
            return plane;
        }

        var stage = new Plane(Width, Height);
        for (var y = 0; y < plane.Height; y++)
        {
            plane.Row(y).CopyTo(stage.Row(y - Top)[-Left..]);
        }

        return stage;
    }

    public YccPicture Around(YccPicture picture) => new(Around(picture.Y), Around(picture.Cb), Around(picture.Cr));

    /// <summary>The picture's own part of a stage plane.</summary>
    public Plane Inside(Plane stage, int width, int height)
    {
        var plane = new Plane(width, height);
        for (var y = 0; y < height; y++)
        {
            stage.Row(y - Top).Slice(-Left, width).CopyTo(plane.Row(y));
        }

        return plane;
    }

    /// <summary>Whole pixels before the picture's edge, as 0 or less; rounding alone adds none.</summary>
    private static int Outwards(double place) => Math.Min(0, (int)Math.Floor(place + 1e-6));
}
