using CommerceVideo.VideoModels;

namespace CommerceVideo.Finishing.Variations;

/// <summary>
/// What a film looks like to someone who scrolls past: its pictures, two a second, and where words stand in its first three
/// seconds. The opening weighs most, for most see no more; shots are compared whatever their order; words by their letters.
/// Why so, and the pairs it was set by: docs/decisions/0045-variations.md.
/// </summary>
/// <param name="Written">Where words stand while the opening is shown, as shares of the frame.</param>
public sealed record FilmPrint(IReadOnlyList<LookedPicture> Looks, IReadOnlyList<FrameShare> Written)
{
    public const int PerSecond = 2;

    /// <summary>Nearer than this, a person who scrolls past both has seen one film.</summary>
    public const double Near = 0.3;

    private const int OpeningLooks = 3 * PerSecond;

    /// <summary>When the words are looked at: a second after the start.</summary>
    private const int WordsLook = PerSecond;

    private const double OpeningWeight = 0.4;
    private const double ShotsWeight = 0.25;
    private const double WordsWeight = 0.35;

    /// <summary>Two other texts of the same look differ in less than half of where they stand.</summary>
    private const double OtherWords = 0.4;

    /// <summary>In steps of 256: a pixel of a letter against its ground.</summary>
    private const int LetterStep = 32;

    /// <summary>What is clear in a usual film, and in one as pale as white on white.</summary>
    private const double Clear = 24;

    private const double ClearWhenPale = 6;

    /// <summary>0 for the same film, 1 where nothing is alike.</summary>
    public FilmDistance DistanceTo(FilmPrint other)
    {
        var clear = Math.Clamp(0.6 * Math.Min(Contrast(), other.Contrast()), ClearWhenPale, Clear);
        var (opening, shots, words) = (
            Opening(other, clear),
            (Shots(other, clear) + other.Shots(this, clear)) / 2,
            Words(other)
        );
        return new FilmDistance(
            (OpeningWeight * opening) + (ShotsWeight * shots) + (WordsWeight * words),
            opening,
            shots,
            words
        );
    }

    private double Contrast() => Looks.Average(static look => look.Contrast);

    private double Opening(FilmPrint other, double clear) =>
        Enumerable
            .Range(0, Math.Min(OpeningLooks, Math.Min(Looks.Count, other.Looks.Count)))
            .Average(at => Looks[at].DistanceTo(other.Looks[at], clear));

    /// <summary>How far each picture of this film is from the nearest of the other's, a second apart.</summary>
    private double Shots(FilmPrint other, double clear) =>
        Each(Looks).Average(look => Each(other.Looks).Min(its => look.DistanceTo(its, clear)));

    private static IEnumerable<LookedPicture> Each(IReadOnlyList<LookedPicture> looks) =>
        looks.Where(static (_, at) => at % PerSecond == 0);

    private double Words(FilmPrint other)
    {
        if (Written.Count == 0 || other.Written.Count == 0)
        {
            return Written.Count == other.Written.Count ? 0 : 1;
        }

        var (one, two) = (
            Looks[Math.Min(WordsLook, Looks.Count - 1)],
            other.Looks[Math.Min(WordsLook, other.Looks.Count - 1)]
        );
        var (area, differ) = (0, 0);
        for (var y = 0; y < LookedPicture.Height; y++)
        {
            for (var x = 0; x < LookedPicture.Width; x++)
            {
                if (Covers(Written, x, y) || Covers(other.Written, x, y))
                {
                    var at = (y * LookedPicture.Width) + x;
                    area++;
                    differ += Math.Abs(one.Yuv[at] - two.Yuv[at]) > LetterStep ? 1 : 0;
                }
            }
        }

        return area == 0 ? 0 : Math.Min(1, differ / (OtherWords * area));
    }

    private static bool Covers(IReadOnlyList<FrameShare> boxes, int x, int y)
    {
        var (across, down) = ((x + 0.5) / LookedPicture.Width, (y + 0.5) / LookedPicture.Height);
        return boxes.Any(box =>
            across >= box.X && across < box.X + box.Width && down >= box.Y && down < box.Y + box.Height
        );
    }
}

/// <param name="Whole">The distance that counts, of the three others.</param>
/// <param name="Opening">Of the first three seconds, picture by picture.</param>
/// <param name="Shots">Of what is shown, in any order.</param>
/// <param name="Words">Of what is written over the opening.</param>
public readonly record struct FilmDistance(double Whole, double Opening, double Shots, double Words);
