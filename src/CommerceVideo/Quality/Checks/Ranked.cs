using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Figures that stand for many: what holds in several frames, not in one that a coder spoiled.</summary>
internal static class Ranked
{
    /// <summary>The largest but <paramref name="spared"/>, and the frame that has the largest; null where there are too few.</summary>
    public static (double Value, int Frame)? Nearly(
        IEnumerable<(double Value, int Frame)> figures,
        int spared,
        int fewest = 3
    )
    {
        var sorted = figures.OrderByDescending(static one => one.Value).ToArray();
        return sorted.Length < fewest ? null : (sorted[Math.Min(spared, sorted.Length - 1)].Value, sorted[0].Frame);
    }

    /// <summary>Of values in any order, the one that <paramref name="share"/> of them do not pass.</summary>
    public static double At(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <summary>For each patch what it shows in nearly its worst frames; then the mean of the worst patches, and where.</summary>
    public static (double Value, int Frame, double Usual)? Worst(
        ClipObservations clip,
        Func<FrameLook, PatchLook, double> figure,
        int spared = 2,
        int patches = 3
    )
    {
        var scores = new List<(double Value, int Frame)>();
        for (var patch = 0; patch < clip.PatchPlaces.Count; patch++)
        {
            var over = clip
                .Found.Where(look => look.Patches[patch] is not null)
                .Select(look => (figure(look, look.Patches[patch]!), look.Frame));
            if (Nearly(over, spared) is { } nearly)
            {
                scores.Add(nearly);
            }
        }

        if (scores.Count < 2 * patches)
        {
            return null;
        }

        var worst = scores.OrderByDescending(static one => one.Value).Take(patches).ToArray();
        return (
            worst.Average(static one => one.Value),
            worst[0].Frame,
            At(scores.Select(static one => one.Value), 0.5)
        );
    }
}
