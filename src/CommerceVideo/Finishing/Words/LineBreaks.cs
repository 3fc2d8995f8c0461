using System.Text;

namespace CommerceVideo.Finishing.Words;

/// <summary>Text on as few lines as it takes, the lines about equally wide. Pure.</summary>
internal static class LineBreaks
{
    /// <param name="width">How wide a line may be, for a line of height 1.</param>
    /// <returns>Null where one piece alone is wider.</returns>
    public static IReadOnlyList<IReadOnlyList<TextPiece>>? Of(string text, double width, TextWidths widths)
    {
        var pieces = TextBreaks.Of(text);
        if (Filled(pieces, width, widths) is not { } fewest)
        {
            return null;
        }

        // A word alone on the last line reads worse than two lines of the same width.
        var best = fewest;
        for (var narrower = width * 0.97; narrower > width / 4; narrower *= 0.97)
        {
            if (Filled(pieces, narrower, widths) is not { } lines || lines.Count > fewest.Count)
            {
                break;
            }

            best = lines;
        }

        return best;
    }

    public static string Text(IReadOnlyList<TextPiece> line)
    {
        var text = new StringBuilder();
        foreach (var piece in line)
        {
            text.Append(piece.Spaced && text.Length > 0 ? " " : "").Append(piece.Text);
        }

        return text.ToString();
    }

    private static List<IReadOnlyList<TextPiece>>? Filled(
        IReadOnlyList<TextPiece> pieces,
        double width,
        TextWidths widths
    )
    {
        var lines = new List<IReadOnlyList<TextPiece>>();
        List<TextPiece> line = [];
        foreach (var piece in pieces)
        {
            if (widths.Of([piece]) > width)
            {
                return null;
            }

            if (line.Count > 0 && widths.Of([.. line, piece]) > width)
            {
                lines.Add(line);
                line = [];
            }

            line.Add(piece);
        }

        return [.. lines, line];
    }
}
