namespace CommerceVideo.Finishing;

/// <summary>
/// Cuts Takes together, hard, where their moves end. A Take is one eased move, so its own ends are the beat: they are only
/// touched when the whole would be too long, and then every Take gives up the same share, half at each end.
/// </summary>
public static class MasterCut
{
    /// <summary>Longest social master: every placement's length fits inside it.</summary>
    public const double LongestSeconds = 15;

    /// <param name="takes">Frames of each Take, in the order they are shown.</param>
    /// <param name="longest">Most frames the cut may have.</param>
    public static IReadOnlyList<CutPiece> Plan(IReadOnlyList<int> takes, int longest)
    {
        var whole = takes.Select(static (frames, index) => new CutPiece(index, 0, frames)).ToList();
        var over = takes.Sum() - longest;
        if (over <= 0)
        {
            return whole;
        }

        // One Take has no beat to keep but its start.
        return takes.Count == 1 ? [new CutPiece(0, 0, longest)] : [.. Tightened(whole, takes.Sum(), longest)];
    }

    /// <summary>
    /// The part for a placement that wants less than the master: as many whole pieces from the start as fit; when that
    /// would be shorter than wanted, the next piece is cut into.
    /// </summary>
    public static IReadOnlyList<CutPiece> Shorten(IReadOnlyList<CutPiece> master, int shortest, int longest)
    {
        var kept = new List<CutPiece>();
        var length = 0;
        foreach (var piece in master)
        {
            if (length + piece.Frames <= longest)
            {
                kept.Add(piece);
                length += piece.Frames;
                continue;
            }

            if (length < shortest)
            {
                kept.Add(piece with { Frames = longest - length });
            }

            break;
        }

        return kept;
    }

    private static IEnumerable<CutPiece> Tightened(List<CutPiece> pieces, int total, int longest)
    {
        // Ends are placed on the shortened whole and rounded there, so that the parts add up to it exactly.
        var before = 0;
        foreach (var piece in pieces)
        {
            var start = At(before);
            var frames = At(before + piece.Frames) - start;
            before += piece.Frames;
            yield return piece with
            {
                First = (piece.Frames - frames) / 2,
                Frames = frames,
            };
        }

        int At(int frame) => (int)((long)frame * longest / total);
    }
}
