using CommerceVideo.Media.Masks;
using CommerceVideo.VideoModels;

namespace CommerceVideo.Briefs;

/// <summary>Films longer than one clip, as Shots that any live model can make; pure.</summary>
public static class Sequences
{
    /// <summary>Every live model's clips hold this much.</summary>
    public const double LongestShot = 6;

    public const double LongestFilm = 60;

    /// <summary>A take that goes on: the same Shot in parts, each from the last picture of the one before.</summary>
    public static IReadOnlyList<Shot> Chained(Shot take)
    {
        var parts = (int)Math.Ceiling(take.Seconds / LongestShot);
        return
        [
            .. Enumerable
                .Range(0, parts)
                .Select(part =>
                    take with
                    {
                        Name = Name(take.Name, part),
                        Seconds = Math.Round(take.Seconds / parts, 3),
                        Intent = part == 0 ? take.Intent : $"{take.Intent} The movement goes on without a pause.",
                        Follows = part == 0 ? null : Name(take.Name, part - 1),
                    }
                ),
        ];
    }

    /// <summary>
    /// A cut film: opening, looks along the product and at its material, light, and a close, all from the same picture, which
    /// is the reference that keeps product, ground and colour the same in every Shot.
    /// </summary>
    public static IReadOnlyList<Shot> Cut(
        PictureFacts picture,
        double seconds,
        Func<string, ShotMove, double, Shot> shot
    )
    {
        var count = Math.Max(2, (int)Math.Ceiling(Math.Min(seconds, LongestFilm) / LongestShot));
        var each = Math.Round(Math.Min(seconds, LongestFilm) / count, 3);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(place => shot(NameOf(place, count), Move(place, count, picture), each)),
        ];
    }

    private static ShotMove Move(int place, int count, PictureFacts picture)
    {
        if (place == 0)
        {
            return ShotMove.PushIn;
        }

        if (place == count - 1)
        {
            return picture.StandsAlone ? ShotMove.LightSweep : ShotMove.PullOut;
        }

        ReadOnlySpan<ShotMove> between =
            picture.Width > picture.Height
                ? [ShotMove.PanRight, ShotMove.DetailToWhole, ShotMove.PanLeft]
                : [ShotMove.TiltUp, ShotMove.DetailToWhole, ShotMove.TiltDown];
        return between[(place - 1) % between.Length];
    }

    private static string NameOf(int place, int count) =>
        place == 0 ? "open"
        : place == count - 1 ? "close"
        : $"look-{place}";

    private static string Name(string take, int part) => part == 0 ? take : $"{take}-{part + 1}";
}
