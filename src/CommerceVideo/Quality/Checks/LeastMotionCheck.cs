using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A film moves: the furthest that the product gets from where it starts, or that the light of the frame changes.</summary>
internal sealed class LeastMotionCheck : IQualityCheck
{
    /// <summary>So many levels of change count like a hundredth of the frame's diagonal.</summary>
    private const double LevelsAPercent = 6;

    /// <summary>Levels from frame to frame that a coder does not make of a still picture.</summary>
    private const double Stirring = 0.15;

    public string Name => "least-motion";

    public string Unit => "% of frame";

    public bool AtLeast => true;

    public Measured Measure(ClipObservations clip)
    {
        var trace = clip.Clip.Trace;
        if (trace.Count < 2)
        {
            return Measured.Skip("The clip has too few frames.");
        }

        var light = trace.Max(frame =>
            Ranked.At(frame.Cells.Zip(trace[0].Cells, static (one, other) => (double)Math.Abs(one - other)), 0.9)
        );
        if (clip.Found.Count < 2 && trace.Average(static frame => frame.Step) > Stirring)
        {
            return Measured.Skip(Measured.NotFound);
        }

        var moved = clip.Found.Count < 2 ? 0 : clip.Found.Max(look => Travel.Of(clip, clip.Found[0], look));
        return Measured.Of(Math.Max(100 * moved, light / LevelsAPercent));
    }
}
