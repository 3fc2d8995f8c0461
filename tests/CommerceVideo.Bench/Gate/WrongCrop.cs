namespace CommerceVideo.Bench.Gate;

/// <summary>A crop that cuts the product off at one side, by the same share of its width in every frame or more.</summary>
internal static class WrongCrop
{
    private const byte Product = 126;

    /// <param name="cover">The same film of the product as white on black: where it is in each frame.</param>
    /// <param name="strength">Share of the product's width.</param>
    /// <returns>False where the product is not seen in one piece that could be cut.</returns>
    public static bool Make(List<FilmFrame> frames, List<FilmFrame> cover, double strength, bool left)
    {
        var sides = cover.Select(Sides).ToArray();
        if (sides.Any(static side => side is null))
        {
            return false;
        }

        var cuts = sides.Select(side => Cut(side!.Value, strength, left)).ToArray();
        var keep = left ? 1 - cuts.Max() : cuts.Min();
        if (keep < 0.3)
        {
            return false;
        }

        for (var at = 0; at < frames.Count; at++)
        {
            frames[at] = FrameDefects.Zoomed(frames[at], 1 / keep, left ? 1 : 0, 0.5);
        }

        return true;
    }

    private static double Cut((double From, double To) side, double strength, bool left)
    {
        var share = strength * (side.To - side.From);
        return left ? side.From + share : side.To - share;
    }

    private static (double From, double To)? Sides(FilmFrame cover)
    {
        var (from, to) = (cover.Width, -1);
        for (var at = 0; at < cover.Width * cover.Height; at++)
        {
            if (cover.Bytes[at] > Product)
            {
                (from, to) = (Math.Min(from, at % cover.Width), Math.Max(to, at % cover.Width));
            }
        }

        return to <= from ? null : (from / (double)cover.Width, (to + 1) / (double)cover.Width);
    }
}
