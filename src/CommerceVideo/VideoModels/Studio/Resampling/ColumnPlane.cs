namespace CommerceVideo.VideoModels.Studio.Resampling;

/// <summary>
/// A plane laid out column by column, its edge repeated outwards, so that the horizontal pass reads runs of neighbours
/// as the vertical one does.
/// </summary>
internal sealed class ColumnPlane
{
    /// <summary>Vector reads run past the last row by less than this.</summary>
    private const int Slack = 48;

    public ColumnPlane(Plane plane, int border)
    {
        Width = plane.Width;
        Height = plane.Height;
        Border = border;
        Stride = Height + (2 * border) + Slack;
        // Columns a multiple of 4 KiB apart would all fall into the same few cache lines.
        Stride += Stride % 2048 == 0 ? 32 : 0;
        Samples = new short[(Width + (2 * border)) * Stride];
        Fill(plane);
    }

    public int Width { get; }

    public int Height { get; }

    public int Border { get; }

    /// <summary>Samples from one column to the next.</summary>
    public int Stride { get; }

    public short[] Samples { get; }

    private void Fill(Plane plane)
    {
        const int Tile = 32;
        for (var left = 0; left < Width; left += Tile)
        {
            var right = Math.Min(left + Tile, Width);
            for (var y = 0; y < Height; y++)
            {
                var row = plane.Row(y);
                var at = ((left + Border) * Stride) + Border + y;
                for (var x = left; x < right; x++, at += Stride)
                {
                    Samples[at] = row[x];
                }
            }
        }

        for (var x = Border; x < Width + Border; x++)
        {
            var column = Samples.AsSpan(x * Stride, Stride);
            column[..Border].Fill(column[Border]);
            column[(Border + Height)..].Fill(column[Border + Height - 1]);
        }

        for (var x = 0; x < Border; x++)
        {
            Column(Border).CopyTo(Column(x));
            Column(Border + Width - 1).CopyTo(Column(Border + Width + x));
        }
    }

    private Span<short> Column(int x) => Samples.AsSpan(x * Stride, Stride);
}
