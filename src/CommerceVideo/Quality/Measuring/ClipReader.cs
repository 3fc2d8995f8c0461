using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Quality.Measuring;

/// <summary>Decodes a clip once, from its first frame to its last, and keeps what the checks look at.</summary>
internal sealed class ClipReader(FfmpegRunner ffmpeg)
{
    private const double SamplesASecond = 4;
    private const int FewestSamples = 9;
    private const int MostSamples = 25;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public async Task<ClipFrames> ReadAsync(string file, VideoFacts facts, CancellationToken ct)
    {
        var window = ClipWindow.Of(facts.Picture.Shown);
        var wanted = Wanted(facts.Timing.Frames, facts.Timing.Seconds);
        var (trace, sampled) = (new List<FrameTrace>(), new List<SampledFrame>());
        string? damage = null;
        try
        {
            await ffmpeg.ReadAsync(
                window.Command(file),
                Limit,
                (output, token) => FollowAsync(output, window, facts, wanted, trace, sampled, token),
                ct
            );
        }
        catch (FfmpegException problem)
        {
            damage = problem.Tail;
        }

        return new ClipFrames(facts, window, trace, sampled, damage);
    }

    /// <summary>Evenly spread over the clip, with its first and its last frame.</summary>
    internal static HashSet<int> Wanted(int frames, double seconds)
    {
        var count = Math.Clamp((int)Math.Ceiling(seconds * SamplesASecond) + 1, FewestSamples, MostSamples);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(sample => (int)Math.Round((double)sample * Math.Max(0, frames - 1) / (count - 1))),
        ];
    }

    private static async Task FollowAsync(
        Stream output,
        ClipWindow window,
        VideoFacts facts,
        HashSet<int> wanted,
        List<FrameTrace> trace,
        List<SampledFrame> sampled,
        CancellationToken ct
    )
    {
        var (frame, before) = (new byte[window.Bytes], new byte[window.Small.Width * window.Small.Height]);
        while (await output.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false, ct) == frame.Length)
        {
            var luma = frame.AsSpan(0, before.Length);
            trace.Add(FrameTrace.Of(luma, trace.Count == 0 ? [] : before, window.Small.Width));
            luma.CopyTo(before);
            if (wanted.Contains(trace.Count - 1))
            {
                sampled.Add(Sample(frame, window, trace.Count - 1, facts.Timing.Fps));
            }
        }
    }

    private static SampledFrame Sample(ReadOnlySpan<byte> frame, ClipWindow window, int index, double fps)
    {
        var (width, height) = (window.Small.Width, window.Small.Height);
        var luma = width * height;
        var all = width * window.Height;
        var chroma = luma / 4;
        return new SampledFrame(
            index,
            fps > 0 ? index / fps : 0,
            GreyPlane.Of(frame[..luma], width, height),
            GreyPlane.Of(frame.Slice(all, chroma), width / 2, height / 2),
            GreyPlane.Of(frame.Slice(all + (all / 4), chroma), width / 2, height / 2),
            GreyPlane.Of(frame[luma..all], width, window.Native.Height)
        );
    }
}
