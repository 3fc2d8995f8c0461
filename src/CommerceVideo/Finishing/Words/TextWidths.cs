namespace CommerceVideo.Finishing.Words;

/// <summary>How wide pieces of text are in one font, for a line of height 1.</summary>
public sealed class TextWidths(IReadOnlyDictionary<string, double> pieces, double space)
{
    public double Of(IReadOnlyList<TextPiece> line) =>
        line.Select((piece, index) => pieces[piece.Text] + (piece.Spaced && index > 0 ? space : 0)).Sum();
}
