using CommerceVideo.VideoModels.Studio.Resampling;

namespace CommerceVideo.VideoModels.Studio.Frames;

/// <summary>Part of a plane, in its own samples.</summary>
internal readonly record struct LiftRegion(int Left, int Top, int Width, int Height)
{
    public LiftRegion Halved => new(Left / 2, Top / 2, Width / 2, Height / 2);

    /// <summary>Where picture and ground differ, grown by what the product may move; even on all sides.</summary>
    public static LiftRegion Of(Plane picture, Plane ground, int reach)
    {
        var (left, top, right, bottom) = (picture.Width, picture.Height, 0, 0);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            var first = row.CommonPrefixLength(ground.Row(y));
            if (first == row.Length)
            {
                continue;
            }

            var last = row.Length - 1;
            while (row[last] == ground.Row(y)[last])
            {
                last--;
            }

            (left, right) = (Math.Min(left, first), Math.Max(right, last + 1));
            (top, bottom) = (Math.Min(top, y), y + 1);
        }

        left = Math.Max(0, left - reach) & ~1;
        top = Math.Max(0, top - reach) & ~1;
        right = Math.Min(picture.Width, (right + reach + 1) & ~1);
        bottom = Math.Min(picture.Height, (bottom + reach + 1) & ~1);
        return new LiftRegion(left, top, Math.Max(2, right - left), Math.Max(2, bottom - top));
    }
}
