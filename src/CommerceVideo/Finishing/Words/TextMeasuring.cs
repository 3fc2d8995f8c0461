using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Words;

/// <summary>How wide the words are in the brand's own font: drawn once, and looked at.</summary>
internal sealed class TextMeasuring(TextDrawing drawing)
{
    private const int Height = 96;

    private const int Width = 2400;

    /// <summary>Rows of one picture.</summary>
    private const int Rows = 24;

    private const string Sign = "n";

    public async Task<TextWidths> MeasureAsync(
        WordKit kit,
        IEnumerable<TextBlock> blocks,
        string folder,
        CancellationToken ct
    )
    {
        var spaced = $"{Sign} {Sign}";
        string[] pieces =
        [
            .. blocks
                .SelectMany(static block => block.Runs)
                .SelectMany(static run => TextBreaks.Of(run.Text))
                .Select(static piece => piece.Text)
                .Append(Sign)
                .Append(spaced)
                .Distinct(StringComparer.Ordinal),
        ];
        var size = new FrameSize(Width, 2 * Height * Rows);
        LaidLine[][] pictures = [.. pieces.Chunk(Rows).Select(static chunk => (LaidLine[])[.. chunk.Select(Line)])];
        var masks = await drawing.DrawAsync(kit, size, pictures, folder, ct);
        var widths = pieces
            .Select((piece, at) => (piece, Ink(masks[at / Rows], at % Rows)))
            .ToDictionary(static one => one.piece, static one => one.Item2, StringComparer.Ordinal);
        // Ink has no room beside it; the room between two letters is about a thirtieth of a line.
        const double Beside = 1.0 / 30;
        var space = widths[spaced] - (2 * widths[Sign]);
        return new TextWidths(widths.ToDictionary(static one => one.Key, static one => one.Value + Beside), space);
    }

    private static LaidLine Line(string text, int row) =>
        new(text, Height / 2, (2 * Height * row) + (Height / 2), Height, FromRight: false, Struck: false);

    /// <summary>From the first to the last column with ink, for a line of height 1.</summary>
    private static double Ink(byte[] mask, int row)
    {
        var (first, last) = (Width, -1);
        for (var y = 2 * Height * row; y < 2 * Height * (row + 1); y++)
        {
            var line = mask.AsSpan(y * Width, Width);
            var left = line.IndexOfAnyExceptInRange((byte)0, (byte)40);
            if (left >= 0)
            {
                first = Math.Min(first, left);
                last = Math.Max(last, line.LastIndexOfAnyExceptInRange((byte)0, (byte)40));
            }
        }

        return last < first ? 0 : (double)(last - first + 1) / Height;
    }
}
