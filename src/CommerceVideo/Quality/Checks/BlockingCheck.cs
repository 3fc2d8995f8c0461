using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality.Checks;

/// <summary>A coder's blocks: how much larger steps are on its grid than between its lines.</summary>
internal sealed class BlockingCheck : IQualityCheck
{
    public string Name => "blocking";

    public string Unit => "ratio";

    /// <summary>The middle over the frames: single ones have what they have from where a coder starts anew.</summary>
    public Measured Measure(ClipObservations clip) =>
        clip.Frames.Count < 3
            ? Measured.Skip("The clip has too few frames.")
            : Measured.Of(
                Ranked.At(clip.Frames.Select(static look => look.Native.Blocks), 0.5),
                clip.Frames.MaxBy(static look => look.Native.Blocks)!.Frame
            );
}
