using CommerceVideo.Channels;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>From Takes and placements to the files to make. Pure; nothing is ever made larger than the Takes hold.</summary>
public static class FinishingPlanner
{
    private static readonly int[] KeptRates = [24, 25, 30, 50, 60];

    private const int UsualRate = 30;

    /// <summary>Shapes nearer than this: a strip of made ground would be seen, the strip of picture cut off would not.</summary>
    private const double Sliver = 0.05;

    /// <param name="films">Of these Takes; each placement takes the one nearest to its shape. At least one.</param>
    /// <param name="written">Words are written on the files of placements that want some.</param>
    public static FinishingPlan Plan(
        IReadOnlyList<FilmedTake> takes,
        IReadOnlyList<Film> films,
        IReadOnlyList<Placement> placements,
        PosterChoice poster,
        bool written = false
    )
    {
        var fps = Rate(takes);
        var files = new List<RenditionPlan>();
        var warnings = new List<string>();
        foreach (var placement in placements)
        {
            var nearest = FilmChoice.For(placement, films.Select(static film => film.Ratio));
            var file = For(placement, films.First(film => film.Ratio == nearest), takes, fps, poster, warnings);
            file = written && placement.Words.Allowed.Value ? Written(file, placement) : file;
            var same = files.FindIndex(other => SamePictures(other, file));
            if (same < 0)
            {
                files.Add(file);
                continue;
            }

            files[same] = files[same] with
            {
                Placements = [.. files[same].Placements, placement.Id],
                Zone = files[same].Zone.And(file.Zone),
                BitrateFloor = Math.Max(files[same].BitrateFloor, file.BitrateFloor),
                BitrateMinimum = Math.Max(files[same].BitrateMinimum, file.BitrateMinimum),
            };
        }

        return new FinishingPlan(takes, fps, files, warnings);
    }

    private static RenditionPlan Written(RenditionPlan file, Placement placement) =>
        file with
        {
            Name = $"{file.Name}-words",
            Words = placement.Words,
            Zone = placement.SafeZone.Value,
        };

    private static bool SamePictures(RenditionPlan one, RenditionPlan other) =>
        one.Size == other.Size
        && one.Words == other.Words
        && one.Profile == other.Profile
        && one.Pieces.SequenceEqual(other.Pieces)
        && one.Shown.SequenceEqual(other.Shown);

    /// <summary>The pace the film was made at when every Take has it and channels take it.</summary>
    private static int Rate(IReadOnlyList<FilmedTake> takes)
    {
        var rates = takes.Select(static take => take.Facts.Timing).ToList();
        var first = (int)Math.Round(rates[0].Fps);
        return KeptRates.Contains(first) && rates.TrueForAll(rate => rate.Constant && Math.Abs(rate.Fps - first) < 0.01)
            ? first
            : UsualRate;
    }

    /// <summary>
    /// A film of one Take is shown as it is (it may loop); one of several is cut to fit every feed, unless its placement wants
    /// more.
    /// </summary>
    private static IReadOnlyList<CutPiece> Master(List<FilmedTake> takes, double most, int fps)
    {
        var frames = takes.ConvertAll(take => take.FramesAt(fps));
        return MasterCut.Plan(
            frames,
            takes.Count == 1 ? frames[0] : (int)(Math.Max(MasterCut.LongestSeconds, most) * fps)
        );
    }

    /// <summary>A film of these Takes, cut to what a placement wants; pieces name Takes by their place among all.</summary>
    internal static IReadOnlyList<CutPiece> Pieces(Film film, IReadOnlyList<FilmedTake> all, int fps, Lengths lengths)
    {
        var cut = MasterCut.Shorten(
            Master([.. film.Takes.Select(take => all[take])], lengths.AimTo, fps),
            (int)(lengths.AimFrom * fps),
            (int)(lengths.AimTo * fps)
        );
        return [.. cut.Select(piece => piece with { Take = film.Takes[piece.Take] })];
    }

    private static RenditionPlan For(
        Placement placement,
        Film film,
        IReadOnlyList<FilmedTake> all,
        int fps,
        PosterChoice poster,
        List<string> warnings
    )
    {
        var takes = film.Takes.Select(take => all[take]).ToList();
        var pieces = Pieces(film, all, fps, placement.Lengths);
        var shape = placement.ShapeFor(takes[0].Size.Ratio);
        var frames = pieces.Select(piece => Shown(all[piece.Take], shape.Ratio)).ToList();
        if (frames.Exists(static frame => frame.Fitted))
        {
            warnings.Add(
                $"{placement.Id}: a {shape.Ratio} frame cannot hold the whole product of this clip; the clip is shown whole, on made ground."
            );
        }

        var size = frames.Select(frame => frame.Size(shape.Ratio)).MinBy(static s => s.Pixels);
        size = size.Pixels > shape.Aim.Pixels ? shape.Aim : size;
        return new RenditionPlan(
            Name(shape.Ratio, size, pieces, fps),
            size,
            pieces,
            frames,
            PosterFrame(pieces, film, poster),
            [placement.Id]
        )
        {
            BitrateFloor = placement.BitrateFloor,
            BitrateMinimum = placement.Encoding.MinimumBitrate?.Value ?? 0,
            Profile = EncodeProfile.For(placement),
        };
    }

    /// <summary>Cut round the product where the shape holds it, or all but a sliver of it; else the whole frame.</summary>
    private static ShownFrame Shown(FilmedTake take, AspectRatio ratio)
    {
        var crop = CropBox.Keeping(take.Size, ratio, take.Clip.Focus);
        var near = Math.Abs(Math.Log(take.Size.Ratio / ratio.Value)) < Sliver;
        return crop.Whole || near ? new ShownFrame(crop.Box, Fitted: false) : ShownFrame.Whole(take.Size);
    }

    private static string Name(AspectRatio ratio, FrameSize size, IReadOnlyList<CutPiece> pieces, int fps) =>
        $"{ratio.Width}x{ratio.Height}-{size}-{1000L * pieces.Sum(static piece => piece.Frames) / fps}ms";

    private static int PosterFrame(IReadOnlyList<CutPiece> pieces, Film film, PosterChoice poster)
    {
        var before = 0;
        foreach (var piece in pieces)
        {
            if (poster.Take < film.Takes.Count && piece.Take == film.Takes[poster.Take])
            {
                return before + (int)Math.Round(poster.Moment * (piece.Frames - 1));
            }

            before += piece.Frames;
        }

        return 0;
    }
}
