using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>From Takes and placements to the files to make. Pure; nothing is ever made larger than the Takes hold.</summary>
public static class FinishingPlanner
{
    private static readonly int[] KeptRates = [24, 25, 30, 50, 60];

    private const int UsualRate = 30;

    /// <param name="takes">In the order they are shown; at least one.</param>
    public static FinishingPlan Plan(
        IReadOnlyList<FilmedTake> takes,
        IReadOnlyList<Placement> placements,
        PosterChoice poster
    )
    {
        var fps = Rate(takes);
        var master = Master(takes, fps);
        var files = new List<RenditionPlan>();
        var warnings = new List<string>();
        foreach (var placement in placements)
        {
            var file = For(placement, takes, master, fps, poster, warnings);
            var same = files.FindIndex(other => SamePictures(other, file));
            if (same < 0)
            {
                files.Add(file);
                continue;
            }

            files[same] = files[same] with
            {
                Placements = [.. files[same].Placements, placement.Id],
                BitrateFloor = Math.Max(files[same].BitrateFloor, file.BitrateFloor),
            };
        }

        return new FinishingPlan(takes, fps, files, warnings);
    }

    private static bool SamePictures(RenditionPlan one, RenditionPlan other) =>
        one.Size == other.Size
        && one.Profile == other.Profile
        && one.Pieces.SequenceEqual(other.Pieces)
        && one.Crops.SequenceEqual(other.Crops);

    /// <summary>The pace the film was made at when every Take has it and channels take it.</summary>
    private static int Rate(IReadOnlyList<FilmedTake> takes)
    {
        var rates = takes.Select(static take => take.Facts.Timing).ToList();
        var first = (int)Math.Round(rates[0].Fps);
        return KeptRates.Contains(first) && rates.TrueForAll(rate => rate.Constant && Math.Abs(rate.Fps - first) < 0.01)
            ? first
            : UsualRate;
    }

    /// <summary>A film of one Take is shown as it is (it may loop); one of several is cut to fit every feed.</summary>
    private static IReadOnlyList<CutPiece> Master(IReadOnlyList<FilmedTake> takes, int fps)
    {
        var frames = takes.Select(take => take.FramesAt(fps)).ToList();
        return MasterCut.Plan(frames, takes.Count == 1 ? frames[0] : (int)(MasterCut.LongestSeconds * fps));
    }

    private static RenditionPlan For(
        Placement placement,
        IReadOnlyList<FilmedTake> takes,
        IReadOnlyList<CutPiece> master,
        int fps,
        PosterChoice poster,
        List<string> warnings
    )
    {
        var lengths = placement.Lengths;
        var pieces = MasterCut.Shorten(master, (int)(lengths.AimFrom * fps), (int)(lengths.AimTo * fps));
        var shape = placement.ShapeFor(takes[0].Size.Ratio);
        var crops = pieces
            .Select(piece => CropBox.Keeping(takes[piece.Take].Size, shape.Ratio, takes[piece.Take].Clip.Focus))
            .ToList();
        if (crops.Exists(static crop => !crop.Whole))
        {
            warnings.Add($"{placement.Id}: a {shape.Ratio} frame cannot hold the whole product of this clip.");
        }

        var size = crops
            .Select(static crop => new FrameSize(crop.Box.Width, crop.Box.Height))
            .MinBy(static s => s.Pixels);
        size = size.Pixels > shape.Aim.Pixels ? shape.Aim : size;
        return new RenditionPlan(
            Name(shape.Ratio, size, pieces, fps),
            size,
            pieces,
            [.. crops.Select(static crop => crop.Box)],
            PosterFrame(pieces, poster),
            [placement.Id]
        )
        {
            BitrateFloor = placement.BitrateFloor,
            Profile = EncodeProfile.For(placement),
        };
    }

    private static string Name(AspectRatio ratio, FrameSize size, IReadOnlyList<CutPiece> pieces, int fps) =>
        $"{ratio.Width}x{ratio.Height}-{size}-{1000L * pieces.Sum(static piece => piece.Frames) / fps}ms";

    private static int PosterFrame(IReadOnlyList<CutPiece> pieces, PosterChoice poster)
    {
        var before = 0;
        foreach (var piece in pieces)
        {
            if (piece.Take == poster.Take)
            {
                return before + (int)Math.Round(poster.Moment * (piece.Frames - 1));
            }

            before += piece.Frames;
        }

        return 0;
    }
}
