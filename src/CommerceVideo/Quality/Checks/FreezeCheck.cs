using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// The longest time that a moving clip stands still of a sudden. A camera that comes to rest does not: beside a freeze the
/// picture moves at its usual pace.
/// </summary>
internal sealed class FreezeCheck : IQualityCheck
{
    /// <summary>Shares of the usual step from frame to frame.</summary>
    private const double Still = 0.12;
    private const double Moving = 0.5;

    private const double Noise = 0.02;

    public string Name => "freeze";

    public string Unit => "s";

    public Measured Measure(ClipObservations clip)
    {
        var steps = clip.Clip.Trace.Select(static frame => frame.Step).ToArray();
        if (steps.Length < 8)
        {
            return Measured.Skip("The clip has too few frames.");
        }

        var usual = Ranked.At(steps.Where(static step => step > Noise), 0.5);
        var (longest, where) = (0, (int?)null);
        for (var from = 1; from < steps.Length; from++)
        {
            var to = from;
            while (to < steps.Length && steps[to] <= Math.Max(Noise, Still * usual))
            {
                to++;
            }

            var sudden =
                (from > 1 && steps[from - 1] > Moving * usual)
                || (to < steps.Length && from > 1 && steps[to] > Moving * usual);
            (longest, where) = sudden && to - from > longest ? (to - from, from) : (longest, where);
            from = Math.Max(from, to);
        }

        return Measured.Of(longest / Math.Max(1, clip.Clip.Fps), where);
    }
}
