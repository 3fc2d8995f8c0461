namespace CommerceVideo.Quality.Measuring;

/// <summary>
/// The window at the clip's own size, beside what the photo would show in it: how sharp it is, and whether a coder's blocks
/// or steps of tone are seen.
/// </summary>
internal sealed class NativeField(PhotoReference photo)
{
    private const int Block = 8;

    /// <summary>Fewer pixels of product than this, and less detail than this, say nothing of sharpness.</summary>
    private const int LeastPixels = 1500;
    private const double LeastDetail = 0.7;

    public NativeLook Of(PlacedFrame frame, ClipWindow window)
    {
        var seen = frame.Frame.Native;
        var (blocks, steps) = (Blocks(seen), Steps(seen));
        if (!frame.IsFound)
        {
            return new NativeLook(null, blocks, steps);
        }

        var (told, inside) = Expected(frame, window);
        var (ours, theirs, pixels) = (0.0, 0.0, 0);
        for (var y = 1; y < seen.Height - 1; y++)
        {
            for (var x = 1; x < seen.Width - 1; x++)
            {
                var at = (y * seen.Width) + x;
                if (
                    inside[at]
                    && inside[at - 1]
                    && inside[at + 1]
                    && inside[at - seen.Width]
                    && inside[at + seen.Width]
                )
                {
                    ours += Detail(seen, at);
                    theirs += Detail(told, at);
                    pixels++;
                }
            }
        }

        return new NativeLook(
            pixels < LeastPixels || theirs / pixels < LeastDetail ? null : ours / theirs,
            blocks,
            Math.Max(0, steps - Steps(told))
        );
    }

    /// <summary>What is finer than a pixel's neighbours.</summary>
    private static double Detail(GreyPlane plane, int at) =>
        Math.Abs(
            (4 * plane.Values[at])
                - plane.Values[at - 1]
                - plane.Values[at + 1]
                - plane.Values[at - plane.Width]
                - plane.Values[at + plane.Width]
        ) / 4;

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

    /// <summary>How much larger the step is across the lines of a coder's grid than between them: 0 none.</summary>
    private static double Blocks(GreyPlane plane)
    {
        var (on, off, ons, offs) = (0.0, 0.0, 0, 0);
        for (var y = Block; y < plane.Height - Block; y++)
        {
            for (var x = Block; x < plane.Width - Block; x++)
            {
                var at = (y * plane.Width) + x;
                Count(plane, at, 1, x % Block == 0, ref on, ref off, ref ons, ref offs);
                Count(plane, at, plane.Width, y % Block == 0, ref on, ref off, ref ons, ref offs);
            }
        }

        return ons == 0 || offs == 0 ? 0 : ((on / ons) + 0.15) / ((off / offs) + 0.15) - 1;
    }

    /// <summary>The step at a line less the slope on either side: an edge of the picture is no block.</summary>
    private static void Count(
        GreyPlane plane,
        int at,
        int way,
        bool line,
        ref double on,
        ref double off,
        ref int ons,
        ref int offs
    )
    {
        var values = plane.Values;
        var step = Math.Abs(values[at] - values[at - way]);
        var slope = (Math.Abs(values[at + way] - values[at]) + Math.Abs(values[at - way] - values[at - (2 * way)])) / 2;
        var jump = Math.Clamp(step - slope, 0, 12);
        if (line)
        {
            (on, ons) = (on + jump, ons + 1);
        }
        else
        {
            (off, offs) = (off + jump, offs + 1);
        }
    }

    /// <summary>Steps of tone between flat stretches, for each thousand pixels.</summary>
    private static double Steps(GreyPlane plane)
    {
        const int Flat = 4;
        var steps = 0;
        for (var y = 0; y < plane.Height; y++)
        {
            var row = plane.Values.AsSpan(y * plane.Width, plane.Width);
            for (var x = Flat; x < row.Length - Flat - 1; x++)
            {
                var step = Math.Abs(row[x + 1] - row[x]);
                if (step is >= 4 and <= 24 && IsFlat(row.Slice(x - Flat + 1, Flat)) && IsFlat(row.Slice(x + 1, Flat)))
                {
                    steps++;
                }
            }
        }

        return 1000.0 * steps / plane.Values.Length;
    }

    private static bool IsFlat(ReadOnlySpan<float> row)
    {
        var (low, high) = (row[0], row[0]);
        foreach (var value in row)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return high - low <= 1;
    }
}

/// <param name="Sharpness">Detail in the product against the photo's own at this size; null where there is too little to tell.</param>
/// <param name="Blocks">0 none.</param>
/// <param name="Steps">Steps of tone a thousand pixels beyond those the photo has.</param>
internal sealed record NativeLook(double? Sharpness, double Blocks, double Steps);
