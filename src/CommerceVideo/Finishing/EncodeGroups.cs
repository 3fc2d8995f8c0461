namespace CommerceVideo.Finishing;

/// <summary>
/// Which files are made by one run of ffmpeg, so that Takes they share are decoded once. An encoder holds frames back, so
/// that what runs at once is bounded by the memory it takes: three files at most, and no more pixels a frame than three
/// usual files have. Pure.
/// </summary>
public static class EncodeGroups
{
    public const int Most = 3;

    /// <summary>A frame of 9:16, 4:5 and 1:1 together: three such encoders held 577 to 638 MiB.</summary>
    private const long Pixels = 1080L * (1920 + 1350 + 1080);

    public static IReadOnlyList<IReadOnlyList<RenditionPlan>> Of(IReadOnlyList<RenditionPlan> files)
    {
        var groups = new List<List<RenditionPlan>>();
        foreach (var file in files)
        {
            var open = groups.Where(group => Fits(group, file)).ToList();
            var best = open.MaxBy(group => group.Sum(other => Shared(other, file)));
            if (best is null)
            {
                groups.Add([file]);
            }
            else
            {
                best.Add(file);
            }
        }

        return groups;
    }

    private static bool Fits(List<RenditionPlan> group, RenditionPlan file) =>
        group.Count < Most
        && group.TrueForAll(other => Together(other, file))
        && group.Sum(static other => other.Size.Pixels) + file.Size.Pixels <= Pixels;

    /// <summary>
    /// What both show, they show at the same time; a frame that one of them shows later would wait for it, as large as it is.
    /// </summary>
    private static bool Together(RenditionPlan one, RenditionPlan other)
    {
        var (shown, also) = (Times(one), Times(other));
        var ends = Math.Min(one.Frames, other.Frames);
        var takes = one
            .Pieces.Select(static piece => piece.Take)
            .Intersect(other.Pieces.Select(static piece => piece.Take));
        return takes.All(take =>
            shown
                .Where(piece => piece.Piece.Take == take && piece.At < ends)
                .Select(static piece => (piece.At, piece.Piece.First))
                .SequenceEqual(
                    also.Where(piece => piece.Piece.Take == take && piece.At < ends)
                        .Select(static piece => (piece.At, piece.Piece.First))
                )
        );
    }

    private static List<(int At, CutPiece Piece)> Times(RenditionPlan file)
    {
        var at = 0;
        var times = new List<(int, CutPiece)>();
        foreach (var piece in file.Pieces)
        {
            times.Add((at, piece));
            at += piece.Frames;
        }

        return times;
    }

    private static int Shared(RenditionPlan one, RenditionPlan other) =>
        one
            .Pieces.Select(static piece => piece.Take)
            .Intersect(other.Pieces.Select(static piece => piece.Take))
            .Count();
}
