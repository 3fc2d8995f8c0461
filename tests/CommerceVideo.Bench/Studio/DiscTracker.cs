namespace CommerceVideo.Bench.Studio;

/// <summary>Finds discs in the lightness of a frame by their centre of gravity.</summary>
internal static class DiscTracker
{
    private const int Reach = 29;

    /// <summary>Centre near a guess, in pixels from the frame's corner; null when the disc is not whole in the frame.</summary>
    public static (double X, double Y)? Find(ReadOnlySpan<byte> luma, int width, double x, double y)
    {
        var height = luma.Length / width;
        var (left, top) = ((int)Math.Round(x) - Reach, (int)Math.Round(y) - Reach);
        if (left < 0 || top < 0 || left + (2 * Reach) > width || top + (2 * Reach) > height)
        {
            return null;
        }

        var ground = luma[(top * width) + left];
        var (sum, sumX, sumY) = (0.0, 0.0, 0.0);
        for (var row = top; row < top + (2 * Reach); row++)
        {
            for (var column = left; column < left + (2 * Reach); column++)
            {
                // What lies below a twentieth of a disc's light is coding noise of the ground.
                var light = luma[(row * width) + column] - ground;
                var weight = light > 8 ? light : 0;
                sum += weight;
                sumX += weight * (column + 0.5);
                sumY += weight * (row + 0.5);
            }
        }

        return sum > 0 ? (sumX / sum, sumY / sum) : null;
    }
}
