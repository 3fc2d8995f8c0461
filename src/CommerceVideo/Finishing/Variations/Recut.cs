namespace CommerceVideo.Finishing.Variations;

/// <summary>The pieces of a film in another order and rhythm: each frame that is shown is shown once. Pure.</summary>
public static class Recut
{
    /// <summary>A part shorter than this is a flicker, not a shot.</summary>
    public const double ShortestSeconds = 0.8;

    /// <returns>Null where the film has no such take, or its parts would be too short.</returns>
    public static IReadOnlyList<CutPiece>? Of(
        IReadOnlyList<CutPiece> film,
        IReadOnlyList<int> takes,
        Rhythm rhythm,
        int fps
    )
    {
        if (takes.Any(take => take >= film.Count))
        {
            return null;
        }

        var turned = takes.Select(take => film[take]).ToList();
        var parts = Parts(rhythm);
        if (parts == 1)
        {
            return turned;
        }

        // Two parts of one take in a row are one take: there is nothing to cut between.
        return turned.Count == 1 || turned.Exists(piece => piece.Frames < parts * ShortestSeconds * fps)
            ? null
            : [.. Enumerable.Range(0, parts).SelectMany(part => turned.Select(piece => Part(piece, part, parts)))];
    }

    private static int Parts(Rhythm rhythm) =>
        rhythm switch
        {
            Rhythm.Quick => 2,
            Rhythm.Pulse => 3,
            _ => 1,
        };

    private static CutPiece Part(CutPiece piece, int part, int parts)
    {
        var from = piece.Frames * part / parts;
        return piece with { First = piece.First + from, Frames = (piece.Frames * (part + 1) / parts) - from };
    }
}
