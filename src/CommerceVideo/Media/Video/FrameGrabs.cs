using CommerceVideo.Media.Colours;
using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Media.Video;

/// <summary>Takes single pictures out of a video file, at its own size, as PNG.</summary>
public sealed class FrameGrabs(FfmpegRunner ffmpeg)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Long enough to hold a frame at any pace, short enough to be decoded at once.</summary>
    private const string Tail = "-1";

    public Task FirstAsync(string video, string png, CancellationToken ct) =>
        ffmpeg.RunAsync(First(video, png), Limit, ct);

    /// <param name="colours">What is done to its colours; null for nothing.</param>
    public Task LastAsync(string video, string png, CancellationToken ct, ColourTransform? colours = null) =>
        ffmpeg.RunAsync(Last(video, png, colours), Limit, ct);

    internal static FfmpegCommand First(string video, string png) =>
        new FfmpegCommand().File(video).With("-frames:v", "1", "-an").Output(png, "-f", "image2", "-update", "1");

    /// <summary>Every frame of the tail is written over the one before: what stays is the last.</summary>
    internal static FfmpegCommand Last(string video, string png, ColourTransform? colours = null) =>
        new FfmpegCommand()
            .File(video, "-sseof", Tail)
            .With("-an")
            .With(colours is null ? [] : ["-vf", $"format=yuv420p,{colours.Filters}"])
            .Output(png, "-f", "image2", "-update", "1");
}
