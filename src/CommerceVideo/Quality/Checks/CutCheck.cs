using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A clip is one take: the largest step from one frame to the next, as many times the steps round it.</summary>
internal sealed class CutCheck : IQualityCheck
{
    private const int Near = 6;
    private const double Least = 0.5;

    public string Name => "cut";

    public string Unit => "x";

    public Measured Measure(ClipObservations clip)
    {
        var steps = clip.Clip.Trace.Select(static frame => frame.Step).ToArray();
        var (most, where) = (0.0, (int?)null);
        for (var frame = 1; frame < steps.Length; frame++)
        {
            var round = Enumerable
                .Range(frame - Near, (2 * Near) + 1)
                .Where(at => at != frame && at > 0 && at < steps.Length)
                .Select(at => steps[at]);
            var times = steps[frame] / (Ranked.At(round, 0.7) + Least);
            (most, where) = times > most ? (times, frame) : (most, where);
        }

        return Measured.Of(most, where);
    }
}
