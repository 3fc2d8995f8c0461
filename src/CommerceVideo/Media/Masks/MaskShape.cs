namespace CommerceVideo.Media.Masks;

/// <summary>What can be said of a finished mask: its box, its cover, and how clear its edge is.</summary>
internal static class MaskShape
{
    public static (PixelBox Box, double Coverage) Measure(byte[] alpha, int width, int height)
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        long sum = 0;
        for (var y = 0; y < height; y++)
        {
            var row = alpha.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                sum += row[x];
                if (row[x] >= 128)
                {
                    (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                    (top, bottom) = (Math.Min(top, y), y + 1);
                }
            }
        }

        var box =
            right > left ? new PixelBox(left, top, right - left, bottom - top) : new PixelBox(0, 0, width, height);
        return (box, sum / 255.0 / ((double)width * height));
    }

    /// <summary>Share of the cut's edge that lies on a visible edge of the picture, 0 to 1.</summary>
    public static double EdgeContrast(LabGrid grid, bool[] product, float noise)
    {
        var (seen, clear) = (0, 0.0);
        var width = grid.Width;
        for (var y = 2; y < grid.Height - 2; y++)
        {
            for (var x = 2; x < width - 2; x++)
            {
                var cell = (y * width) + x;
                if (
                    product[cell]
                    && !(product[cell - 1] && product[cell + 1] && product[cell - width] && product[cell + width])
                )
                {
                    var step = Math.Max(
                        grid.Distance(cell - 2, cell + 2),
                        grid.Distance(cell - (2 * width), cell + (2 * width))
                    );
                    seen++;
                    clear += Math.Clamp((step - 2 - (2 * noise)) / 10, 0, 1);
                }
            }
        }

        return seen == 0 ? 0 : clear / seen;
    }

    /// <summary>How far product and rest share their colours: 0 none, 1 all (Bhattacharyya, in boxes of 16 by 16 by 16 units).</summary>
    public static double ColourOverlap(LabGrid grid, bool[] product)
    {
        var boxes = new Dictionary<int, (int Inside, int Outside)>();
        var inside = 0;
        for (var cell = 0; cell < product.Length; cell++)
        {
            var key =
                ((int)(grid.Light[cell] / 16) * 256)
                + ((int)((grid.A[cell] + 128) / 16) * 16)
                + (int)((grid.B[cell] + 128) / 16);
            var count = boxes.GetValueOrDefault(key);
            boxes[key] = product[cell] ? (count.Inside + 1, count.Outside) : (count.Inside, count.Outside + 1);
            inside += product[cell] ? 1 : 0;
        }

        var outside = product.Length - inside;
        return inside == 0 || outside == 0
            ? 1
            : boxes.Values.Sum(count => Math.Sqrt((double)count.Inside / inside * count.Outside / outside));
    }

    /// <summary>Keeps the largest areas, drops crumbs and closes small gaps.</summary>
    public static bool[] Tidy(bool[] product, int width, float leastPart, float largestGap)
    {
        var (labels, sizes) = Cells.Areas(product, width);
        var largest = sizes.DefaultIfEmpty().Max();
        bool[] kept = [.. labels.Select(label => label >= 0 && sizes[label] >= leastPart * largest)];
        var (gaps, gapSizes) = Cells.Areas([.. kept.Select(set => !set)], width);
        return [.. gaps.Select(gap => gap < 0 || gapSizes[gap] < largestGap * product.Length)];
    }
}
