using CommerceVideo.Media.Video;

namespace CommerceVideo.Quality.Measuring;

/// <summary>What one decode of a clip gave.</summary>
/// <param name="Trace">One for each frame that could be decoded.</param>
/// <param name="Sampled">Some frames, the first and the last among them, in order.</param>
/// <param name="Damage">What the decoder said of broken frames; null where it said nothing.</param>
internal sealed record ClipFrames(
    VideoFacts Facts,
    ClipWindow Window,
    IReadOnlyList<FrameTrace> Trace,
    IReadOnlyList<SampledFrame> Sampled,
    string? Damage
)
{
    public double Fps => Facts.Timing.Fps;
}
