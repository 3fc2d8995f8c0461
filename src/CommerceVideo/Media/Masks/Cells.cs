namespace CommerceVideo.Media.Masks;

/// <summary>Connected areas and soft neighbourhoods on a grid of cells.</summary>
internal static class Cells
{
    /// <summary>Numbers the connected areas of set cells from 0; unset cells get -1.</summary>
    public static (int[] Labels, List<int> Sizes) Areas(bool[] set, int width)
    {
        var labels = new int[set.Length];
        Array.Fill(labels, -1);
        var sizes = new List<int>();
        var stack = new Stack<int>();
        for (var start = 0; start < set.Length; start++)
        {
            if (!set[start] || labels[start] >= 0)
            {
                continue;
            }

            labels[start] = sizes.Count;
            stack.Push(start);
            sizes.Add(Flood(set, labels, width, stack));
        }

        return (labels, sizes);
    }

    /// <summary>Mean over a square of <paramref name="reach"/> cells each way, cut off at the picture's edge.</summary>
    public static float[] Blurred(float[] values, int width, int reach)
    {
        var height = values.Length / width;
        var across = new float[values.Length];
        for (var y = 0; y < height; y++)
        {
            Slide(values, across, y * width, 1, width, reach);
        }

        var both = new float[values.Length];
        for (var x = 0; x < width; x++)
        {
            Slide(across, both, x, width, height, reach);
        }

        return both;
    }

    public static float[] Numbers(bool[] set) => [.. set.Select(value => value ? 1f : 0f)];

    private static int Flood(bool[] set, int[] labels, int width, Stack<int> stack)
    {
        var size = 0;
        while (stack.TryPop(out var cell))
        {
            size++;
            var x = cell % width;
            for (var dy = -1; dy <= 1; dy++)
            {
                for (var dx = -1; dx <= 1; dx++)
                {
                    var next = cell + (dy * width) + dx;
                    if ((uint)(x + dx) < (uint)width && (uint)next < (uint)set.Length && set[next] && labels[next] < 0)
                    {
                        labels[next] = labels[cell];
                        stack.Push(next);
                    }
                }
            }
        }

        return size;
    }

    private static void Slide(float[] from, float[] to, int start, int step, int count, int reach)
    {
        var sum = 0f;
        var held = 0;
        for (var i = 0; i < Math.Min(reach, count); i++, held++)
        {
            sum += from[start + (i * step)];
        }

        for (var i = 0; i < count; i++)
        {
            if (i + reach < count)
            {
                sum += from[start + ((i + reach) * step)];
                held++;
            }

            if (i - reach - 1 >= 0)
            {
                sum -= from[start + ((i - reach - 1) * step)];
                held--;
            }

            to[start + (i * step)] = sum / held;
        }
    }
}
