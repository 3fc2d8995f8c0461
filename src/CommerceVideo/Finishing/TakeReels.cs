using System.Globalization;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Finishing;

/// <summary>One opening of a Take: its frames from <paramref name="From"/> on, for pieces that show them in this order.</summary>
internal sealed record Reel(int Take, int From, IReadOnlyList<(int File, int Piece)> Shows);

/// <summary>
/// How often the Takes are opened. Once where files show them forwards; a file that goes back in a Take opens it again there,
/// for frames that wait in the filter graph until they are due fill the memory. Pure.
/// </summary>
internal static class TakeReels
{
    /// <returns>In the order of the Takes: the order of ffmpeg's inputs.</returns>
    public static IReadOnlyList<Reel> Of(FinishingPlan plan)
    {
        var reels = new SortedDictionary<(int Take, int Pass), List<(int File, int Piece)>>();
        for (var file = 0; file < plan.Renditions.Count; file++)
        {
            var at = new Dictionary<int, (int Pass, int End)>();
            for (var piece = 0; piece < plan.Renditions[file].Pieces.Count; piece++)
            {
                var shown = plan.Renditions[file].Pieces[piece];
                var (pass, end) = at.GetValueOrDefault(shown.Take);
                pass = shown.First < end ? pass + 1 : pass;
                at[shown.Take] = (pass, shown.First + shown.Covered);
                if (!reels.TryGetValue((shown.Take, pass), out var shows))
                {
                    reels[(shown.Take, pass)] = shows = [];
                }

                shows.Add((file, piece));
            }
        }

        return [.. reels.Select(reel => new Reel(reel.Key.Take, From(plan, reel.Key.Take, reel.Value), reel.Value))];
    }

    public static void Open(FfmpegCommand command, FinishingPlan plan, Reel reel)
    {
        var file = plan.Takes[reel.Take].Clip.File;
        if (reel.From == 0)
        {
            command.File(file, "-threads", "1");
            return;
        }

        // Half a frame early: rounding must not lose the one that is meant.
        var from = ((reel.From - 0.5) / plan.Fps).ToString("0.######", CultureInfo.InvariantCulture);
        command.File(file, "-threads", "1", "-ss", from);
    }

    /// <summary>A Take that is measured is read whole; in one of another pace, places are not known before it is made steady.</summary>
    private static int From(FinishingPlan plan, int take, List<(int File, int Piece)> shows) =>
        TakeChains.IsMeasured(plan, take) || TakeChains.Steady(plan.Takes[take].Facts, plan.Fps).Any()
            ? 0
            : shows.Min(show => plan.Renditions[show.File].Pieces[show.Piece].First);
}
