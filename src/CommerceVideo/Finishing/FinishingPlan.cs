namespace CommerceVideo.Finishing;

/// <summary>Everything one run of ffmpeg makes from the Takes of one video.</summary>
/// <param name="Fps">Frames a second of every file.</param>
/// <param name="Warnings">What could not be kept, for a person: a product cut by a shape, a length missed.</param>
public sealed record FinishingPlan(
    IReadOnlyList<FilmedTake> Takes,
    int Fps,
    IReadOnlyList<RenditionPlan> Renditions,
    IReadOnlyList<string> Warnings
)
{
    public double Seconds => Renditions.Max(static rendition => rendition.Frames) / (double)Fps;
}
