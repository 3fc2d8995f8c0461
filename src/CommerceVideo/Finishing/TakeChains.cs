using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>A Take's frames as part of ffmpeg's graph: steady, BT.709, in their right colours, once for each piece that shows them.</summary>
internal static class TakeChains
{
    public static IEnumerable<string> Of(FinishingPlan plan, IReadOnlyList<Reel> reels, int index)
    {
        var (take, first) = (reels[index].Take, index == 0 || reels[index - 1].Take != reels[index].Take);
        var outputs = string.Concat(reels[index].Shows.Select(show => Shown(take, show.File, show.Piece)));
        var (facts, source) = (plan.Takes[take].Facts, $"[{index}:v]");
        List<string> filters = [.. Steady(facts, plan.Fps)];
        if (plan.Takes[take].Colour is not { } colour)
        {
            filters.AddRange(Bt709(facts.Picture));
        }
        else if (IsMeasured(plan, take) && first)
        {
            // At the Take's own pace, so that its frames are measured one for one with those it came with.
            yield return $"{source}{string.Join(',', Bt709(facts.Picture).Append(colour.Filters))},split=2[c{take}][k{take}]";
            yield return $"[k{take}]{SmallFrames.Filter(plan.Takes[take].Size)}[m{take}]";
            source = $"[c{take}]";
        }
        else
        {
            filters = [.. Bt709(facts.Picture), colour.Filters, .. filters];
        }

        if (reels[index].Shows.Count > 1)
        {
            filters.Add($"split={reels[index].Shows.Count}");
        }

        yield return $"{source}{(filters.Count == 0 ? "null" : string.Join(',', filters))}{outputs}";
    }

    /// <summary>Its corrected frames are kept small, to be measured.</summary>
    public static bool IsMeasured(FinishingPlan plan, int take) =>
        plan.Measures
        && plan.Takes[take].Colour is not null
        && plan.Renditions.Any(file => file.Pieces.Any(piece => piece.Take == take));

    public static string Shown(int take, int file, int piece) => $"[t{take}r{file}c{piece}]";

    public static IEnumerable<string> Steady(VideoFacts facts, int fps)
    {
        if (!facts.Timing.Constant || Math.Abs(facts.Timing.Fps - fps) >= 0.01)
        {
            yield return $"fps={fps}";
        }
    }

    private static IEnumerable<string> Bt709(PictureStream picture)
    {
        if (picture.PixelFormat != "yuv420p" || picture.Colour is not { Range: "tv" or "", Matrix: "bt709" or "" })
        {
            yield return "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd,format=yuv420p";
        }

        if (!picture.SquarePixels)
        {
            yield return "setsar=1";
        }
    }
}
