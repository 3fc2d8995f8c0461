using System.Globalization;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;

namespace CommerceVideo.Finishing;

/// <summary>
/// The plan as one ffmpeg command: each Take is decoded once, and its frames feed every Rendition and every poster.
/// </summary>
public static class FinishingCommand
{
    /// <summary>Full-range BT.601 is what every reader of JPEG assumes.</summary>
    private const string PosterColours =
        "scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc:flags=bicubic+accurate_rnd,format=yuvj420p";

    /// <summary>The file in which the corrected frames of a Take are kept small, to be measured.</summary>
    /// <param name="place">The Take's among all of the video, whichever of them one run opens.</param>
    public static string Measured(int place) => $"measured-{place}.yuv";

    public static FfmpegCommand Build(FinishingPlan plan, string folder)
    {
        var command = Opened(plan).Generated("anullsrc=channel_layout=stereo:sample_rate=48000");
        foreach (var overlay in plan.Renditions.SelectMany(static file => file.Overlays))
        {
            command.File(overlay.File, WordChains.Raw(overlay));
        }

        command.With("-filter_complex", string.Join(';', Graph(plan)), "-xerror");
        var silence = $"{plan.Takes.Count.ToString(CultureInfo.InvariantCulture)}:a";
        for (var index = 0; index < plan.Renditions.Count; index++)
        {
            var file = plan.Renditions[index];
            command
                .With("-map", $"[v{index}]", "-map", silence, "-t", Seconds(file.Frames, plan.Fps))
                .With([.. file.Profile.Picture(plan.Fps), .. EncodeProfile.Sound, .. EncodeProfile.File])
                .Output(Path.Combine(folder, file.VideoFile))
                .With("-map", $"[p{index}]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "2", "-flags:v", "+bitexact")
                .With("-fflags", "+bitexact", "-f", "image2", "-update", "1")
                .Output(Path.Combine(folder, file.PosterFile));
        }

        foreach (var take in Enumerable.Range(0, plan.Takes.Count).Where(take => IsCorrected(plan, take)))
        {
            command
                .With("-map", $"[m{take}]")
                .With([.. SmallFrames.Raw])
                .Output(Path.Combine(folder, Measured(plan.Takes[take].Place)));
        }

        return command;
    }

    /// <summary>The pictures of one file of the plan as raw RGB, without the words on it, a few a second.</summary>
    public static FfmpegCommand Look(FinishingPlan plan, RenditionPlan file, int perSecond, FrameSize size)
    {
        var one = plan.Only([file with { Overlays = [] }]);
        var seen = $"[v0]fps={perSecond},scale={size}:in_color_matrix=bt709:in_range=tv:flags=area,format=rgb24[look]";
        var unseen = Enumerable
            .Range(0, one.Takes.Count)
            .Where(take => IsCorrected(one, take))
            .Select(static take => $"[m{take}]nullsink");
        return Opened(one)
            .With(
                "-filter_complex",
                string.Join(';', [.. Graph(one), seen, "[p0]nullsink", .. unseen]),
                "-map",
                "[look]"
            )
            .StandardOutput("-f", "rawvideo");
    }

    /// <summary>One frame of the plan's first file, with the words on it, as JPEG.</summary>
    public static FfmpegCommand Still(FinishingPlan plan, double at, string target)
    {
        var one = plan.Only([plan.Renditions[0]]);
        var command = Opened(one).Generated("anullsrc=channel_layout=stereo:sample_rate=48000");
        foreach (var overlay in one.Renditions[0].Overlays)
        {
            command.File(overlay.File, WordChains.Raw(overlay));
        }

        var frame = Math.Clamp((int)(at * one.Fps), 0, one.Renditions[0].Frames - 1);
        var still = $"[v0]trim=start_frame={frame}:end_frame={frame + 1},{PosterColours}[still]";
        return command
            .With("-filter_complex", string.Join(';', [.. Graph(one), still, "[p0]nullsink"]))
            .With("-map", "[still]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3")
            .Output(target, "-f", "image2", "-update", "1");
    }

    private static FfmpegCommand Opened(FinishingPlan plan)
    {
        var command = new FfmpegCommand().With("-filter_complex_threads", "1");
        foreach (var take in plan.Takes)
        {
            command.File(take.Clip.File, "-threads", "1");
        }

        return command;
    }

    private static List<string> Graph(FinishingPlan plan)
    {
        var chains = new List<string>();
        for (var take = 0; take < plan.Takes.Count; take++)
        {
            AddTake(chains, plan, take);
        }

        for (var index = 0; index < plan.Renditions.Count; index++)
        {
            AddRendition(chains, plan, index);
        }

        return chains;
    }

    /// <summary>A Take's frames, made steady and BT.709 where they are not, once for each piece that shows them.</summary>
    private static void AddTake(List<string> chains, FinishingPlan plan, int take)
    {
        var users = Users(plan, take);
        if (users.Count == 0)
        {
            return;
        }

        var outputs = string.Concat(users.Select(use => Shown(take, use.File, use.Piece)));
        var (facts, source) = (plan.Takes[take].Facts, $"[{take}:v]");
        List<string> filters = [.. Steady(facts, plan.Fps), .. Bt709(facts.Picture)];
        if (plan.Takes[take].Colour is { } colour)
        {
            // At the Take's own pace, so that its frames are measured one for one with those it came with.
            chains.Add(
                $"{source}{string.Join(',', Bt709(facts.Picture).Append(colour.Filters))},split=2[c{take}][k{take}]"
            );
            chains.Add($"[k{take}]{SmallFrames.Filter(plan.Takes[take].Size)}[m{take}]");
            source = $"[c{take}]";
            filters = [.. Steady(facts, plan.Fps)];
        }

        if (users.Count > 1)
        {
            filters.Add($"split={users.Count}");
        }

        chains.Add($"{source}{(filters.Count == 0 ? "null" : string.Join(',', filters))}{outputs}");
    }

    private static bool IsCorrected(FinishingPlan plan, int take) =>
        plan.Takes[take].Colour is not null && Users(plan, take).Count > 0;

    /// <summary>Every piece of every file that shows this Take: a film that is cut anew shows it more than once.</summary>
    private static List<(int File, int Piece)> Users(FinishingPlan plan, int take) =>
        [
            .. plan.Renditions.SelectMany(
                (file, index) =>
                    Enumerable
                        .Range(0, file.Pieces.Count)
                        .Where(piece => file.Pieces[piece].Take == take)
                        .Select(piece => (index, piece))
            ),
        ];

    private static string Shown(int take, int file, int piece) => $"[t{take}r{file}c{piece}]";

    private static IEnumerable<string> Steady(VideoFacts facts, int fps)
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

    private static void AddRendition(List<string> chains, FinishingPlan plan, int index)
    {
        var file = plan.Renditions[index];
        var parts = new List<string>();
        for (var piece = 0; piece < file.Pieces.Count; piece++)
        {
            var (input, output) = (Shown(file.Pieces[piece].Take, index, piece), $"[r{index}c{piece}]");
            List<string> filters = [.. Trimmed(plan, file.Pieces[piece])];
            if (file.Shown[piece].Fitted)
            {
                var (box, name) = (file.Shown[piece].Box, $"r{index}c{piece}");
                var trimmed = $"{input}{string.Concat(filters.Select(static filter => $"{filter},"))}";
                chains.AddRange(
                    FittedFrame.Chains(
                        trimmed,
                        output,
                        name,
                        new FrameSize(box.Width, box.Height),
                        file.Size,
                        plan.Ground
                    )
                );
                parts.Add(output);
                continue;
            }

            filters.AddRange(Cropped(plan, file, piece));
            if (filters.Count == 0)
            {
                parts.Add(input);
                continue;
            }

            chains.Add($"{input}{string.Join(',', filters)}{output}");
            parts.Add(output);
        }

        var joined = parts.Count > 1 ? $"concat=n={parts.Count}:v=1:a=0," : "";
        var bare = file.Overlays.Count == 0 ? $"[v{index}]" : $"[w{index}o0]";
        chains.Add($"{string.Concat(parts)}{joined}split=2{bare}[s{index}]");
        chains.AddRange(WordChains.Of(plan, index));
        var frame = file.PosterFrame;
        chains.Add($"[s{index}]trim=start_frame={frame}:end_frame={frame + 1},{PosterColours}[p{index}]");
    }

    private static IEnumerable<string> Trimmed(FinishingPlan plan, CutPiece piece)
    {
        if (piece.First > 0 || piece.Frames < plan.Takes[piece.Take].FramesAt(plan.Fps))
        {
            yield return $"trim=start_frame={piece.First}:end_frame={piece.First + piece.Frames}";
            yield return "setpts=PTS-STARTPTS";
        }
    }

    private static IEnumerable<string> Cropped(FinishingPlan plan, RenditionPlan file, int index)
    {
        var (take, box) = (plan.Takes[file.Pieces[index].Take], file.Shown[index].Box);
        if (box != new PixelBox(0, 0, take.Size.Width, take.Size.Height))
        {
            yield return $"crop={box.Width}:{box.Height}:{box.X}:{box.Y}";
        }

        if (new FrameSize(box.Width, box.Height) != file.Size)
        {
            yield return $"scale={file.Size.Width}:{file.Size.Height}:flags=bicubic+accurate_rnd+full_chroma_int";
            yield return "setsar=1";
        }
    }

    private static string Seconds(int frames, int fps) =>
        ((double)frames / fps).ToString("0.######", CultureInfo.InvariantCulture);
}
