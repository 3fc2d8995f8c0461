using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A product that can be looked at: the fastest that it crosses the frame.</summary>
internal sealed class MostMotionCheck : IQualityCheck
{
    public string Name => "most-motion";

    public string Unit => "% of frame a second";

    public Measured Measure(ClipObservations clip)
    {
        var paces = clip
            .Found.Zip(clip.Found.Skip(1))
            .Where(static pair => pair.Second.Seconds > pair.First.Seconds)
            .Select(pair =>
                (
                    100 * Travel.Of(clip, pair.First, pair.Second) / (pair.Second.Seconds - pair.First.Seconds),
                    pair.Second.Frame
                )
            )
            .ToArray();
        return paces.Length < 2
            ? Measured.Skip(Measured.NotFound)
            : Measured.Of(paces.Max(static one => one.Item1), paces.MaxBy(static one => one.Item1).Frame);
    }
}
