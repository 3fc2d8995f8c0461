using CommerceVideo.Media;

namespace CommerceVideo.Finishing.Variations;

/// <summary>What of its takes a variation shows. Pure.</summary>
internal static class VariationFrames
{
    /// <summary>Of a take that its product fills, at least so much is shown.</summary>
    private const double LeastShown = 0.88;

    /// <summary>A film that fills the frame, as the master shows it.</summary>
    public static VariedFilm Filling(RenditionPlan master) =>
        new(
            master.Pieces,
            master.Pieces.Zip(master.Shown).ToDictionary(static pair => pair.First.Take, static pair => pair.Second),
            Window: null
        );

    /// <summary>
    /// The film nearest to the window's shape, cut to it where that keeps the product whole; else the window takes the film's shape.
    /// </summary>
    public static VariedFilm Windowed(VariationGround ground, MatWindow mat)
    {
        var (plan, ratio) = (ground.Plan, (double)mat.Film.Width / mat.Film.Height);
        var film = ground.Films.MinBy(one => Math.Abs(Math.Log(one.Ratio.Value / ratio)))!;
        var pieces = FinishingPlanner.Pieces(film, plan.Takes, plan.Fps, ground.Placement.Lengths);
        var crops = pieces
            .Select(static piece => piece.Take)
            .Distinct()
            .ToDictionary(
                static take => take,
                take =>
                    CropBox.Keeping(
                        plan.Takes[take].Size,
                        new AspectRatio(mat.Film.Width, mat.Film.Height),
                        plan.Takes[take].Clip.Focus
                    )
            );
        return crops.All(one => Holds(one.Value, plan.Takes[one.Key]))
            ? new VariedFilm(
                pieces,
                crops.ToDictionary(static one => one.Key, static one => Shown(one.Value.Box)),
                mat.Film
            )
            : new VariedFilm(
                pieces,
                crops.ToDictionary(static one => one.Key, one => Shown(Whole(plan.Takes[one.Key].Size))),
                mat.Holding(plan.Takes[pieces[0].Take].Size)
            );
    }

    /// <returns>What each shot shows, or why one of them cannot be.</returns>
    public static (IReadOnlyList<ShownFrame>? Frames, string? Why) Of(
        FinishingPlan plan,
        VariedFilm film,
        IReadOnlyList<VariedShot> shots,
        double closeness
    )
    {
        var frames = new List<ShownFrame>();
        foreach (var (piece, part) in shots)
        {
            var (shown, take) = (film.Shown[piece.Take], plan.Takes[piece.Take]);
            var frame =
                part == FramePart.Whole
                    ? CloserFrame.Of(shown, take.Size, take.Clip.Focus, closeness)
                    : PartFrame.Of(shown, take.Size, take.Clip.Focus, part);
            if (frame is not { } found)
            {
                return (
                    null,
                    part == FramePart.Whole
                        ? "a closer frame would cut the product"
                        : "the product is too small in the frame to show a part of it"
                );
            }

            frames.Add(found);
        }

        return (frames, null);
    }

    /// <summary>A product that its take cuts already is not cut further, but by a strip.</summary>
    private static bool Holds(CropBox.Crop crop, FilmedTake take) =>
        crop.Whole
        && (
            take.Clip.Focus is not { } focus
            || focus.Height * take.Size.Height <= crop.Box.Height && focus.Width * take.Size.Width <= crop.Box.Width
            || (long)crop.Box.Width * crop.Box.Height >= LeastShown * take.Size.Pixels
        );

    private static ShownFrame Shown(PixelBox box) => new(box, Fitted: false);

    private static PixelBox Whole(FrameSize size) => new(0, 0, size.Width & ~1, size.Height & ~1);
}

/// <param name="Shown">What of each Take is shown, where the product is shown whole.</param>
/// <param name="Window">Null where it fills the frame.</param>
internal sealed record VariedFilm(
    IReadOnlyList<CutPiece> Pieces,
    IReadOnlyDictionary<int, ShownFrame> Shown,
    PixelBox? Window
);
