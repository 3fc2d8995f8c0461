using CommerceVideo.Media.Colours;

namespace CommerceVideo.Quality.Measuring;

/// <summary>All that was measured on one sampled frame, in the photo's terms.</summary>
/// <param name="Product">Mean colour of the cloth in the frame, and of the same cells in the photo; null where too little of it is seen.</param>
/// <param name="Skin">The same for skin.</param>
/// <param name="Rim">Colour round the product, less what the photo has there.</param>
/// <param name="Falloff">Share of light lost in the corners; null where it cannot be told.</param>
/// <param name="SeenShare">Share of the product that lies in the frame.</param>
internal sealed record FrameLook(
    PlacedFrame Placed,
    ColourPair? Product,
    ColourPair? Skin,
    LabColour? Rim,
    double SeenShare,
    PatchLook?[] Patches,
    ContourLook? Contour,
    SurroundingsLook? Surroundings,
    NativeLook Native,
    double? Falloff
)
{
    public int Frame => Placed.Frame.Index;

    public double Seconds => Placed.Frame.Seconds;
}

internal readonly record struct ColourPair(LabColour Clip, LabColour Photo)
{
    public double DeltaE => CieDe2000.Between(Clip, Photo);

    /// <summary>The mean over those of the cells that are seen; null where fewer than a share of them are.</summary>
    public static ColourPair? Over(PhotoReference photo, PlacedFrame frame, bool[] cells, double leastShare)
    {
        var (clip, told, seen, all) = (default(LabColour), default(LabColour), 0, 0);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            all += cells[cell] ? 1 : 0;
            if (cells[cell] && frame.Seen[cell])
            {
                (clip, told) = (clip + frame.Colours[cell], told + photo.Colours[cell]);
                seen++;
            }
        }

        return seen < 40 || seen < leastShare * all ? null : new ColourPair(Share(clip, seen), Share(told, seen));
    }

    private static LabColour Share(LabColour sum, int count) => new(sum.L / count, sum.A / count, sum.B / count);
}
