using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>What the Clips of a film really hold, and what their colours need; or the first Clip that cannot be used.</summary>
internal static class TakeReading
{
    public static async Task<(IReadOnlyList<FilmedTake> Takes, FinishOutcome.ClipUnusable? Unusable)> ReadAsync(
        VideoProbe probe,
        Footage footage,
        TakeColours? colours,
        CancellationToken ct
    )
    {
        var takes = new List<FilmedTake>();
        foreach (var clip in footage.Clips)
        {
            switch (await probe.ReadAsync(clip.File, ct))
            {
                case VideoReading.Read read:
                    takes.Add(new FilmedTake(clip, read.Facts) { Place = takes.Count });
                    break;
                case VideoReading.Unreadable unreadable:
                    return (takes, new FinishOutcome.ClipUnusable(clip.File, unreadable.Reason));
            }
        }

        try
        {
            return (colours is null ? takes : await colours.DecideAsync(takes, ct), null);
        }
        catch (FfmpegException problem)
        {
            return (takes, new FinishOutcome.ClipUnusable(takes[0].Clip.File, problem.Tail));
        }
    }
}
