using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A coder's blocks: how much larger steps are on its grid than between its lines.</summary>
internal sealed class BlockingCheck : IQualityCheck
{
    public string Name => "blocking";

    public string Unit => "ratio";

    public Measured Measure(ClipObservations clip) =>
        Ranked.Nearly(clip.Frames.Select(static look => (look.Native.Blocks, look.Frame)), spared: 2) is { } worst
            ? Measured.Of(worst.Value, worst.Frame)
            : Measured.Skip("The clip has too few frames.");
}
