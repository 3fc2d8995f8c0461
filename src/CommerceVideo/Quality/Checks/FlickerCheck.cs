using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>Light that jumps from frame to frame and back: how far the parts of a frame are from the mean of the frames beside it.</summary>
internal sealed class FlickerCheck : IQualityCheck
{
    public string Name => "flicker";

    public string Unit => "levels";

    public Measured Measure(ClipObservations clip)
    {
        var trace = clip.Clip.Trace;
        if (trace.Count < 8)
        {
            return Measured.Skip("The clip has too few frames.");
        }

        var jumps = Enumerable
            .Range(1, trace.Count - 2)
            .Select(frame => (Value: Jump(trace, frame), Frame: frame))
            .ToArray();
        return Measured.Of(
            Ranked.At(jumps.Select(static one => one.Value), 0.75),
            jumps.MaxBy(static one => one.Value).Frame
        );
    }

    private static double Jump(IReadOnlyList<FrameTrace> trace, int frame) =>
        Ranked.At(
            Enumerable
                .Range(0, trace[frame].Cells.Length)
                .Select(cell =>
                    Math.Abs(
                        trace[frame].Cells[cell] - ((trace[frame - 1].Cells[cell] + trace[frame + 1].Cells[cell]) / 2.0)
                    )
                ),
            0.5
        );
}
