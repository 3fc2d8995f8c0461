namespace CommerceVideo.Quality.Measuring;

/// <summary>How far each cell of a grid is from the nearest one of a set, in cells (chamfer, a cell's side is 1).</summary>
internal static class Distances
{
    private const float Aslant = 1.4142f;

    public static float[] To(bool[] set, int width)
    {
        var height = set.Length / width;
        float[] far = [.. set.Select(static inside => inside ? 0 : float.MaxValue / 4)];
        for (var at = 0; at < far.Length; at++)
        {
            var (x, y) = (at % width, at / width);
            far[at] = Nearest(far, at, x, y, -1, width, height);
        }

        for (var at = far.Length - 1; at >= 0; at--)
        {
            var (x, y) = (at % width, at / width);
            far[at] = Nearest(far, at, x, y, 1, width, height);
        }

        return far;
    }

    private static float Nearest(float[] far, int at, int x, int y, int way, int width, int height)
    {
        var best = far[at];
        var (beside, beyond) = (x + way >= 0 && x + way < width, y + way >= 0 && y + way < height);
        if (beside)
        {
            best = Math.Min(best, far[at + way] + 1);
        }

        if (beyond)
        {
            var row = at + (way * width);
            best = Math.Min(best, far[row] + 1);
            best = x > 0 ? Math.Min(best, far[row - 1] + Aslant) : best;
            best = x < width - 1 ? Math.Min(best, far[row + 1] + Aslant) : best;
        }

        return best;
    }
}
