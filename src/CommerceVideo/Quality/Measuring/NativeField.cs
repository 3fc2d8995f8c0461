namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// The window at the clip's own size, beside what the photo would show in it: how much softer it is, and whether a coder's
/// blocks or lost tones are seen.
/// </summary>
internal sealed class NativeField(PhotoReference photo)
{
    public NativeLook Of(PlacedFrame frame, ClipWindow window)
    {
        var seen = frame.Frame.Native;
        var blocks = BlockGrid.Of(seen);
        if (!frame.IsFound)
        {
            return new NativeLook(null, blocks, null);
        }

        var (told, inside) = Expected(frame, window);
        return new NativeLook(
            BlurFit.Of(seen, told, inside, window.Clip.Width),
            blocks,
            ToneComb.Of(seen, told, inside)
        );
    }

    /// <summary>The photo drawn into the window, each pixel the mean of what lies under it.</summary>
    private (GreyPlane Plane, bool[] Inside) Expected(PlacedFrame frame, ClipWindow window)
    {
        var picture = photo.Study.Photo;
        var (toCells, cells) = (
            frame.Placing.Inverse(),
            new { X = (double)picture.Width / photo.Width, Y = (double)picture.Height / photo.Height }
        );
        var shrink = (double)window.Small.Width / window.Clip.Width;
        var plane = new GreyPlane(
            window.Native.Width,
            window.Native.Height,
            new float[window.Native.Width * window.Native.Height]
        );
        var inside = new bool[plane.Values.Length];
        var radius = Math.Max(0, (int)Math.Round(((toCells.Scale * cells.X * shrink) - 1) / 2));
        for (var at = 0; at < inside.Length; at++)
        {
            var (x, y) = (
                ((window.Native.X + (at % plane.Width) + 0.5) * shrink) - 0.5,
                ((window.Native.Y + (at / plane.Width) + 0.5) * shrink) - 0.5
            );
            var (cx, cy) = toCells.Of(x, y);
            var (cellX, cellY) = ((int)MathF.Round(cx), (int)MathF.Round(cy));
            if (cellX < 1 || cellY < 1 || cellX >= photo.Width - 1 || cellY >= photo.Height - 1)
            {
                continue;
            }

            inside[at] = photo.Mask[(cellY * photo.Width) + cellX] > 0.9f;
            plane.Values[at] = Luma(
                picture.Rgba,
                picture.Width,
                picture.Height,
                ((cx + 0.5) * cells.X) - 0.5,
                ((cy + 0.5) * cells.Y) - 0.5,
                radius
            );
        }

        return (plane, inside);
    }

    private static float Luma(byte[] rgba, int width, int height, double x, double y, int radius)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (fx, fy) = (x - left, y - top);
        var (sum, weights) = (0.0, 0.0);
        for (var row = -radius; row <= radius + 1; row++)
        {
            var wy =
                row == -radius ? 1 - fy
                : row == radius + 1 ? fy
                : 1;
            for (var column = -radius; column <= radius + 1; column++)
            {
                var weight =
                    wy
                    * (
                        column == -radius ? 1 - fx
                        : column == radius + 1 ? fx
                        : 1
                    );
                var at = 4 * ((Math.Clamp(top + row, 0, height - 1) * width) + Math.Clamp(left + column, 0, width - 1));
                sum += weight * ((0.2126 * rgba[at]) + (0.7152 * rgba[at + 1]) + (0.0722 * rgba[at + 2]));
                weights += weight;
            }
        }

        return (float)(16 + (sum / weights * 219 / 255));
    }
}

/// <param name="Blur">How much softer than the photo; null where there is too little detail to tell.</param>
/// <param name="Blocks">0 none.</param>
/// <param name="Comb">How much more its tones keep to a few levels than the photo's, in bits; null where too little is seen.</param>
internal sealed record NativeLook(double? Blur, double Blocks, double? Comb);
