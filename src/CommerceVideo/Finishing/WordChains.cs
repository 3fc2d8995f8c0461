using System.Globalization;
using CommerceVideo.Finishing.Words;
using CommerceVideo.Media;

namespace CommerceVideo.Finishing;

/// <summary>Words over a film, as parts of ffmpeg's graph: from <c>[w0o0]</c>, the bare film, to <c>[v0]</c>, the film with words.</summary>
internal static class WordChains
{
    /// <summary>How an overlay's file is read.</summary>
    public static string[] Raw(Overlay overlay) =>
        [
            "-f",
            "rawvideo",
            "-pixel_format",
            "rgba",
            "-video_size",
            new FrameSize(overlay.Box.Width, overlay.Box.Height).ToString(),
            "-framerate",
            "1",
        ];

    /// <summary>Each picture of words is made YUV once, and laid over the film only while it is shown.</summary>
    public static IEnumerable<string> Of(FinishingPlan plan, int index)
    {
        var overlays = plan.Renditions[index].Overlays;
        // Behind the Takes and the silence, in the order of the files.
        var input = plan.Takes.Count + 1 + plan.Renditions.Take(index).Sum(static file => file.Overlays.Count);
        for (var at = 0; at < overlays.Count; at++)
        {
            var (box, picture) = (overlays[at].Box, $"[o{index}p{at}]");
            var (from, to) = (Time(overlays[at].From), Time(overlays[at].To));
            var next = at == overlays.Count - 1 ? $"[v{index}]" : $"[w{index}o{at + 1}]";
            yield return $"[{input + at}:v]scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd,format=yuva420p{picture}";
            yield return $"[w{index}o{at}]{picture}overlay={box.X}:{box.Y}:format=yuv420:enable='gte(t,{from})*lt(t,{to})'{next}";
        }
    }

    private static string Time(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
