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
        Samples = GC.AllocateUninitializedArray<short>((Width + (2 * border)) * Stride);
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
        Turn(plane);
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

    private unsafe void Turn(Plane plane)
    {
        // The transpose takes lines of 16 in eights; what is left at the right and below goes singly.
        var width = VectorPasses.Supported ? plane.Width / VectorPasses.Lanes * VectorPasses.Lanes : 0;
        var height = plane.Height / 8 * 8;
        fixed (short* from = plane.Samples)
        fixed (short* to = Samples)
        {
            var first = to + (Border * Stride) + Border;
            if (width > 0)
            {
                VectorPasses.Transpose(from, Width, first, Stride, height, width);
            }

            for (var x = 0; x < Width; x++)
            {
                for (var y = x < width ? height : 0; y < Height; y++)
                {
                    first[(x * Stride) + y] = from[(y * Width) + x];
                }
            }
        }
    }

    private Span<short> Column(int x) => Samples.AsSpan(x * Stride, Stride);
}
