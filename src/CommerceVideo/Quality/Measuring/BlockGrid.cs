namespace CommerceVideo.Quality.Measuring;

/// <summary>Whether the lines of a coder's 8x8 grid are seen.</summary>
internal static class BlockGrid
{
    private const int Block = 8;

    /// <summary>How much larger the step is across the lines of a coder's grid than between them: 0 none.</summary>
    public static double Of(GreyPlane plane)
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
}
