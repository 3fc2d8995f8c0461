namespace CommerceVideo.Quality.Measuring;

/// <summary>Follows the photo through the sampled frames: searched for in the first, carried on from frame to frame, searched for again where it was lost.</summary>
internal static class PlacingTrack
{
    /// <summary>Above this nothing better is looked for.</summary>
    private const double Sure = 0.8;

    public static IReadOnlyList<PlacedFrame> Of(PhotoReference photo, IReadOnlyList<SampledFrame> frames)
    {
        var fit = new PlacingFit(photo);
        var placed = new List<PlacedFrame>();
        Placing? last = null;
        foreach (var frame in frames)
        {
            var (placing, agreement) = last is { } near ? fit.Of(frame, near) : (default, -1);
            if (agreement < Sure && !(last is not null && agreement > placed[^1].Agreement - 0.1))
            {
                foreach (var start in PlacingSearch.Of(photo, frame))
                {
                    var (other, better) = fit.Of(frame, start);
                    (placing, agreement) = better > agreement + 0.02 ? (other, better) : (placing, agreement);
                }
            }

            if (agreement < 0)
            {
                placing = last ?? new Placing(1, 0, 0, 0, 1, 0);
            }

            placed.Add(PlacedFrame.Of(photo, frame, placing, agreement));
            last = agreement >= PlacedFrame.Found ? placing : last;
        }

        return placed;
    }
}
