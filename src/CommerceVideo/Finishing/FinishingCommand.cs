using System.Globalization;
using CommerceVideo.Finishing.Colour;
using CommerceVideo.Media;
using CommerceVideo.Media.Ffmpeg;

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
        var reels = TakeReels.Of(plan);
        var command = Opened(plan, reels).Generated("anullsrc=channel_layout=stereo:sample_rate=48000");
        foreach (var overlay in plan.Renditions.SelectMany(WordChains.Inputs))
        {
            command.File(overlay.File, WordChains.Raw(overlay));
        }

        command.With("-filter_complex", string.Join(';', Graph(plan, reels)), "-xerror");
        var silence = $"{reels.Count.ToString(CultureInfo.InvariantCulture)}:a";
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

        foreach (var take in Enumerable.Range(0, plan.Takes.Count).Where(take => TakeChains.IsMeasured(plan, take)))
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
        var one = plan.Only([file with { Overlays = [] }]) with { Measures = false };
        var reels = TakeReels.Of(one);
        var seen = $"[v0]fps={perSecond},scale={size}:in_color_matrix=bt709:in_range=tv:flags=area,format=rgb24[look]";
        var command = Opened(one, reels);
        foreach (var ground in WordChains.Inputs(one.Renditions[0]))
        {
            command.File(ground.File, WordChains.Raw(ground));
        }

        return command
            .With(
                "-filter_complex",
                string.Join(';', [.. Graph(one, reels, sound: false), seen, "[p0]nullsink"]),
                "-map",
                "[look]"
            )
            .StandardOutput("-f", "rawvideo");
    }

    /// <summary>One frame of the plan's first file, with the words on it, as JPEG.</summary>
    public static FfmpegCommand Still(FinishingPlan plan, double at, string target)
    {
        var one = plan.Only([plan.Renditions[0]]) with { Measures = false };
        var reels = TakeReels.Of(one);
        var command = Opened(one, reels);
        foreach (var overlay in WordChains.Inputs(one.Renditions[0]))
        {
            command.File(overlay.File, WordChains.Raw(overlay));
        }

        var frame = Math.Clamp((int)(at * one.Fps), 0, one.Renditions[0].Frames - 1);
        var still = $"[v0]trim=start_frame={frame}:end_frame={frame + 1},{PosterColours}[still]";
        return command
            .With("-filter_complex", string.Join(';', [.. Graph(one, reels, sound: false), still, "[p0]nullsink"]))
            .With("-map", "[still]", "-frames:v", "1", "-c:v", "mjpeg", "-q:v", "3")
            .Output(target, "-f", "image2", "-update", "1");
    }

    private static FfmpegCommand Opened(FinishingPlan plan, IReadOnlyList<Reel> reels)
    {
        var command = new FfmpegCommand().With("-filter_complex_threads", "1");
        foreach (var reel in reels)
        {
            TakeReels.Open(command, plan, reel);
        }

        return command;
    }

    private static List<string> Graph(FinishingPlan plan, IReadOnlyList<Reel> reels, bool sound = true)
    {
        var chains = new List<string>();
        for (var index = 0; index < reels.Count; index++)
        {
            chains.AddRange(TakeChains.Of(plan, reels, index));
        }

        // Behind the Takes and their sound, in the order of the files.
        var input = reels.Count + (sound ? 1 : 0);
        for (var index = 0; index < plan.Renditions.Count; index++)
        {
            AddRendition(chains, plan, reels, index, input);
            input += WordChains.Inputs(plan.Renditions[index]).Count();
        }

        return chains;
    }

    private static void AddRendition(
        List<string> chains,
        FinishingPlan plan,
        IReadOnlyList<Reel> reels,
        int index,
        int firstInput
    )
    {
        var file = plan.Renditions[index];
        var parts = new List<string>();
        for (var piece = 0; piece < file.Pieces.Count; piece++)
        {
            var (input, output) = (TakeChains.Shown(file.Pieces[piece].Take, index, piece), $"[r{index}c{piece}]");
            var reel = reels.First(one => one.Shows.Contains((index, piece)));
            List<string> filters = [.. Trimmed(plan, file.Pieces[piece], reel.From)];
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
                        file.Filmed,
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
        var film = string.Concat(parts);
        if (file.Mat is { Window: var window } mat)
        {
            var padded = $"pad={file.Size.Width}:{file.Size.Height}:{window.X}:{window.Y}";
            chains.Add($"{film}{joined}{padded}[g{index}o0]");
            chains.AddRange(WordChains.Ground(mat, index, firstInput));
            (film, joined) = ($"[g{index}]", "");
        }

        chains.Add($"{film}{joined}split=2{bare}[s{index}]");
        chains.AddRange(WordChains.Of(plan, index, firstInput + (file.Mat?.Laid.Count ?? 0)));
        var frame = file.PosterFrame;
        chains.Add($"[s{index}]trim=start_frame={frame}:end_frame={frame + 1},{PosterColours}[p{index}]");
    }

    private static IEnumerable<string> Trimmed(FinishingPlan plan, CutPiece piece, int from)
    {
        var first = piece.First - from;
        if (first > 0 || from > 0 || piece.Covered < plan.Takes[piece.Take].FramesAt(plan.Fps))
        {
            yield return $"trim=start_frame={first}:end_frame={first + piece.Covered}";
            yield return "setpts=PTS-STARTPTS";
        }

        if (piece.Covered > piece.Frames)
        {
            foreach (var filter in SpeedRamp.Filters(piece.Covered, piece.Frames, plan.Fps))
            {
                yield return filter;
            }
        }
    }

    private static IEnumerable<string> Cropped(FinishingPlan plan, RenditionPlan file, int index)
    {
        var (take, box) = (plan.Takes[file.Pieces[index].Take], file.Shown[index].Box);
        if (box != new PixelBox(0, 0, take.Size.Width, take.Size.Height))
        {
            yield return $"crop={box.Width}:{box.Height}:{box.X}:{box.Y}";
        }

        if (new FrameSize(box.Width, box.Height) != file.Filmed)
        {
            yield return $"scale={file.Filmed.Width}:{file.Filmed.Height}:flags=bicubic+accurate_rnd+full_chroma_int";
            yield return "setsar=1";
        }
    }

    private static string Seconds(int frames, int fps) =>
        ((double)frames / fps).ToString("0.######", CultureInfo.InvariantCulture);
}
