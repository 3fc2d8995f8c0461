namespace CommerceVideo.Finishing.Variations;

/// <summary>The pieces of a film in another order and rhythm. Each frame is shown once, and a move that is shown ends as it was made to. Pure.</summary>
public static class VariationCut
{
    /// <summary>A part shorter than this is a flicker, not a shot.</summary>
    private const double ShortestSeconds = 0.8;

    /// <summary>How long a part of the product opens a film before its whole is shown.</summary>
    private const double OpeningSeconds = 2;

    private const double CutSeconds = 1.5;

    /// <summary>Of a move's time, where it is ramped.</summary>
    private const double Ramped = 2 / 3.0;

    /// <param name="film">Its pieces in their order, each of another Take.</param>
    /// <returns>The shots in their order, or why the film has none that open so.</returns>
    public static (IReadOnlyList<VariedShot>? Shots, string? Why) Of(
        IReadOnlyList<CutPiece> film,
        OpeningStyle opening,
        Pace pace,
        CropStyle crop,
        int fps
    )
    {
        if (opening.Take >= film.Count)
        {
            return (null, $"the film has no take {opening.Take + 1} to open with");
        }

        var least = (int)(ShortestSeconds * fps);
        var (first, rest) = Opened(film[opening.Take], opening, crop, pace, fps);
        var others = film.Where((_, at) => at != opening.Take);
        List<CutPiece> pieces =
        [
            .. rest is { } one && one.Frames >= least ? [one] : Array.Empty<CutPiece>(),
            .. others,
        ];
        List<CutPiece> paced = pace switch
        {
            Pace.Ramped => pieces.ConvertAll(piece => piece.Frames * Ramped >= least ? Ramp(piece) : piece),
            Pace.Cuts => Cut(pieces, (int)(CutSeconds * fps)),
            _ => pieces,
        };
        List<VariedShot> shots =
        [
            new(pace == Pace.Ramped && rest is null ? Ramp(first) : first, opening.Part),
            .. paced.Select((piece, at) => new VariedShot(piece, crop.At(at))),
        ];
        // The end shows what is sold.
        shots[^1] = shots.Count > 1 ? shots[^1] with { Part = FramePart.Whole } : shots[^1];
        return (shots, null);
    }

    /// <summary>The opening, and what is left of its take to be shown after it; null for nothing.</summary>
    private static (CutPiece First, CutPiece? After) Opened(
        CutPiece take,
        OpeningStyle opening,
        CropStyle crop,
        Pace pace,
        int fps
    )
    {
        if (opening.Moment > 0)
        {
            var from = Math.Clamp(
                (int)(opening.Moment * take.Frames),
                0,
                Math.Max(0, take.Frames - (int)(CutSeconds * fps))
            );
            return (take with { First = take.First + from, Frames = take.Frames - from }, null);
        }

        var seconds = pace == Pace.Cuts ? CutSeconds : OpeningSeconds;
        var frames = Math.Min(take.Frames, (int)(seconds * fps));
        return pace != Pace.Cuts && opening.Part == crop.At(0)
            ? (take, null)
            : (take with { Frames = frames }, take with { First = take.First + frames, Frames = take.Frames - frames });
    }

    private static CutPiece Ramp(CutPiece piece) =>
        piece with
        {
            Frames = (int)Math.Round(piece.Frames * Ramped),
            Told = piece.Frames,
        };

    /// <summary>All first parts, then all second ones, and so on: between two of them something else is shown.</summary>
    private static List<CutPiece> Cut(List<CutPiece> pieces, int frames)
    {
        var parts = pieces.ConvertAll(piece => Math.Max(1, (int)Math.Round(piece.Frames / (double)frames)));
        return
        [
            .. Enumerable
                .Range(0, parts.DefaultIfEmpty(0).Max())
                .SelectMany(part =>
                    pieces
                        .Zip(parts)
                        .Where(pair => part < pair.Second)
                        .Select(pair => Part(pair.First, part, pair.Second))
                ),
        ];
    }

    private static CutPiece Part(CutPiece piece, int part, int parts)
    {
        var from = piece.Frames * part / parts;
        return piece with { First = piece.First + from, Frames = (piece.Frames * (part + 1) / parts) - from };
    }
}
