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

    /// <summary>How many inputs a file adds to those of the Takes and the silence.</summary>
    public static IEnumerable<Overlay> Inputs(RenditionPlan file) => [.. file.Mat?.Laid ?? [], .. file.Overlays];

    /// <summary>Each picture of words is made YUV once, and laid over the film only while it is shown.</summary>
    /// <param name="input">Of the file's first words.</param>
    public static IEnumerable<string> Of(FinishingPlan plan, int index, int input) =>
        Laid(plan.Renditions[index].Overlays, input, $"w{index}o", $"o{index}p", $"[v{index}]");

    /// <summary>The brand's ground round the window of a film.</summary>
    public static IEnumerable<string> Ground(Mat mat, int index, int input) =>
        Laid(mat.Laid, input, $"g{index}o", $"m{index}p", $"[g{index}]");

    private static IEnumerable<string> Laid(
        IReadOnlyList<Overlay> overlays,
        int input,
        string film,
        string name,
        string last
    )
    {
        for (var at = 0; at < overlays.Count; at++)
        {
            var (overlay, picture) = (overlays[at], $"[{name}{at}]");
            var next = at == overlays.Count - 1 ? last : $"[{film}{at + 1}]";
            var shown = double.IsInfinity(overlay.To)
                ? ""
                : $":enable='gte(t,{Time(overlay.From)})*lt(t,{Time(overlay.To)})'";
            yield return $"[{input + at}:v]scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd,format=yuva420p{picture}";
            yield return $"[{film}{at}]{picture}overlay={overlay.Box.X}:{overlay.Box.Y}:format=yuv420{shown}{next}";
        }
    }

    private static string Time(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
