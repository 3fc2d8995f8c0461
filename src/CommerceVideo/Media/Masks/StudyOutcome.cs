using CommerceVideo.Media.Photos;

namespace CommerceVideo.Media.Masks;

/// <summary>What studying a picture file gave: the picture understood, or a permanent reason why it cannot be used.</summary>
public abstract record StudyOutcome
{
    private StudyOutcome() { }

    public sealed record Studied(PhotoStudy Study) : StudyOutcome;

    public sealed record Refused(PhotoReading.Refused Reason) : StudyOutcome;
}
