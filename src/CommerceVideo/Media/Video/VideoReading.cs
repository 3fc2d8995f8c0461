namespace CommerceVideo.Media.Video;

/// <summary>What reading a video file gave.</summary>
public abstract record VideoReading
{
    private VideoReading() { }

    public sealed record Read(VideoFacts Facts) : VideoReading;

    /// <param name="Reason">The end of what ffprobe said, or what is missing.</param>
    public sealed record Unreadable(string Reason) : VideoReading;
}
