using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Light that jumps from frame to frame and back: how far the light of a frame's brighter parts is from the mean of the frames
/// beside it, as a share of it. What moves makes some parts lighter and others darker; a flicker takes all one way.
/// </summary>
internal sealed class FlickerCheck : IQualityCheck
{
    private const double BlackLevel = 16;

    /// <summary>Levels of light below which a jump is a coder's.</summary>
    private const double Least = 6;

    public string Name => "flicker";

    public string Unit => "% of light";

    public Measured Measure(ClipObservations clip)
    {
        var trace = clip.Clip.Trace;
        if (trace.Count < 8)
        {
            return Measured.Skip("The clip has too few frames.");
        }

        var bright = Brighter(trace);
        if (bright.Length == 0)
        {
            return Measured.Skip("The clip is too dark.");
        }

        var jumps = Enumerable
            .Range(1, trace.Count - 2)
            .Select(frame => (Value: 100 * Jump(trace, frame, bright), Frame: frame))
            .ToArray();
        return Measured.Of(
            Ranked.At(jumps.Select(static one => one.Value), 0.75),
            jumps.MaxBy(static one => one.Value).Frame
        );
    }

    private static int[] Brighter(IReadOnlyList<FrameTrace> trace)
    {
        var lights = Enumerable
            .Range(0, trace[0].Cells.Length)
            .Select(cell => (Cell: cell, Light: trace.Average(frame => frame.Cells[cell]) - BlackLevel))
            .OrderByDescending(static one => one.Light)
            .ToArray();
        return
        [
            .. lights.Take(lights.Length / 2).Where(static one => one.Light > Least).Select(static one => one.Cell),
        ];
    }

    private static double Jump(IReadOnlyList<FrameTrace> trace, int frame, int[] cells) =>
        Math.Abs(
            Ranked.At(
                cells.Select(cell =>
                {
                    var beside = (trace[frame - 1].Cells[cell] + trace[frame + 1].Cells[cell]) / 2.0;
                    return (trace[frame].Cells[cell] - beside) / Math.Max(Least, beside - BlackLevel);
                }),
                0.5
            )
        );
}
