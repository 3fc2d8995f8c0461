using CommerceVideo.Media.Colours;

namespace CommerceVideo.Quality.Measuring;

/// <summary>A frame brought onto the photo's grid: what the clip shows in each cell of the photo.</summary>
/// <param name="Seen">Cells that lie in the frame.</param>
/// <param name="Agreement">Correlation of the light, at most 1; below <see cref="Found"/> nothing that needs the place is said.</param>
internal sealed record PlacedFrame(
    SampledFrame Frame,
    Placing Placing,
    double Agreement,
    LabColour[] Colours,
    bool[] Seen
)
{
    public const double Found = 0.55;

    public bool IsFound => Agreement >= Found;

    public static PlacedFrame Of(PhotoReference photo, SampledFrame frame, Placing placing, double agreement)
    {
        var cells = photo.Width * photo.Height;
        var (colours, seen) = (new LabColour[cells], new bool[cells]);
        for (var cell = 0; cell < cells; cell++)
        {
            var (x, y) = placing.Of(cell % photo.Width, cell / photo.Width);
            seen[cell] = x >= 0 && y >= 0 && x <= frame.Luma.Width - 1 && y <= frame.Luma.Height - 1;
            if (seen[cell])
            {
                colours[cell] = frame.ColourAt(x, y);
            }
        }

        return new PlacedFrame(frame, placing, agreement, colours, seen);
    }
}
