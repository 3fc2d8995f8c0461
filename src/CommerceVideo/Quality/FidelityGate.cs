using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Masks;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality.Measuring;

namespace CommerceVideo.Quality;

/// <summary>Holds a clip against the photo it was made from: one probe of its header, one decode, every check.</summary>
internal sealed class FidelityGate(FfmpegRunner ffmpeg, VideoProbe probe)
{
    private readonly ClipReader _reader = new(ffmpeg);

    /// <returns>The judgement, or why the file is no clip.</returns>
    public async Task<(Judgement? Judgement, string? Unreadable)> JudgeAsync(
        PhotoStudy photo,
        string clip,
        IReadOnlyDictionary<string, CheckLimit> limits,
        CancellationToken ct
    )
    {
        switch (await probe.ReadAsync(clip, ct))
        {
            case VideoReading.Read read:
                var frames = await _reader.ReadAsync(clip, read.Facts, ct);
                return frames.Trace.Count == 0
                    ? (null, frames.Damage ?? "No frame could be decoded.")
                    : (Judgement.Of(ClipObservations.Of(photo, frames), limits), null);
            case VideoReading.Unreadable unreadable:
                return (null, unreadable.Reason);
            default:
                throw new InvalidOperationException("A clip is read or not.");
        }
    }
}
