using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>
/// Flashes in any one second, as WCAG 2.1 (2.3.1) counts them: a pair of opposing changes of relative luminance by a tenth
/// of the most there is, over at least a quarter of the frame, where the darker side is below 0.8.
/// </summary>
internal sealed class FlashCheck : IQualityCheck
{
    private const double Change = 0.1;
    private const double Darker = 0.8;
    private const double Area = 0.25;

    public string Name => "flashes";

    public string Unit => "in a second";

    public bool AnySize => true;

    public Measured Measure(ClipObservations clip)
    {
        var cells = clip.Clip.Trace.Count == 0 ? 0 : clip.Clip.Trace[0].Cells.Length;
        var turns = new List<(int Frame, int Way)>();
        var held = Enumerable.Range(0, cells).Select(cell => Luminance(clip.Clip.Trace[0].Cells[cell])).ToArray();
        for (var frame = 1; frame < clip.Clip.Trace.Count; frame++)
        {
            var now = clip.Clip.Trace[frame].Cells.Select(Luminance).ToArray();
            foreach (var way in (int[])[1, -1])
            {
                var changed = Enumerable
                    .Range(0, cells)
                    .Where(cell => way * (now[cell] - held[cell]) >= Change && Math.Min(now[cell], held[cell]) < Darker)
                    .ToArray();
                if (changed.Length >= Area * cells)
                {
                    turns.Add((frame, way));
                    now.CopyTo(held, 0);
                    break;
                }
            }

            // A change that creeps is no flash: what is held follows slowly.
            for (var cell = 0; cell < cells; cell++)
            {
                held[cell] += (now[cell] - held[cell]) * 0.08;
            }
        }

        return Most(turns, clip.Clip.Fps);
    }

    private static Measured Most(List<(int Frame, int Way)> turns, double fps)
    {
        var opposing = new List<int>();
        for (var at = 1; at < turns.Count; at++)
        {
            if (turns[at].Way != turns[at - 1].Way)
            {
                opposing.Add(turns[at].Frame);
            }
        }

        var (most, where) = (0, (int?)null);
        foreach (var from in opposing)
        {
            // Two opposing changes make one flash.
            var within = (opposing.Count(frame => frame >= from && frame < from + fps) + 1) / 2;
            (most, where) = within > most ? (within, from) : (most, where);
        }

        return Measured.Of(most, where);
    }

    private static double Luminance(float luma)
    {
        var value = Math.Clamp((luma - 16) / 219.0, 0, 1);
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
