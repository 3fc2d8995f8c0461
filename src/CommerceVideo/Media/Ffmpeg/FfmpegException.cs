namespace CommerceVideo.Media.Ffmpeg;

/// <summary>ffmpeg ended with an error; the message is the end of what it said.</summary>
public sealed class FfmpegException(int exitCode, string tail) : Exception($"ffmpeg ended with {exitCode}: {tail}")
{
    public int ExitCode { get; } = exitCode;

    public string Tail { get; } = tail;
}
