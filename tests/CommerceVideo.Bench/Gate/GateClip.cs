using CommerceVideo.Media.Ffmpeg;

namespace CommerceVideo.Bench.Gate;

/// <summary>One clip of the defect set: everything about it follows from these words.</summary>
/// <param name="Defect">Null for a good one.</param>
internal sealed record GateClip(GatePhoto Photo, DefectClass? Defect, Strength Strength, int Number)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string[] Codings = ["20", "23", "26"];

    private bool InPicture => Defect is { } defect && PictureDefects.Makes(defect.Name);

    public VideoModels.ShotMove Move =>
        Defect is null
            ? GoodFilm.Moves[Number % GoodFilm.Moves.Length]
            : GoodFilm.Cameras[Number % GoodFilm.Cameras.Length];

    public string Manner => GoodFilm.Manners[((Number * 3) + (Number / 8)) % GoodFilm.Manners.Length];

    public string FileName => $"{Photo.Name}.{Defect?.Name ?? "good"}.{Strength}.{Number}.mp4".ToLowerInvariant();

    /// <returns>False where the film leaves no room for the defect.</returns>
    public async Task<bool> WriteAsync(FfmpegRunner ffmpeg, string file, CancellationToken ct)
    {
        var chance = new Random(HashCode.Of($"{Photo.Name}/{Defect?.Name}/{Number}"));
        var frames = GoodFilm.Draw(Photo.Study, Move, Number);
        if (InPicture)
        {
            Turn(frames);
        }

        GoodFilm.Add(frames, Manner, chance);
        if (
            Defect is { } defect
            && !InPicture
            && !FrameDefects.Make(frames, Cover, Photo, defect.Name, defect.At(Strength), chance)
        )
        {
            return false;
        }

        await ffmpeg.WriteAsync(
            new FfmpegCommand()
                .StandardInput(
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "yuv420p",
                    "-s",
                    $"{frames[0].Width}x{frames[0].Height}",
                    "-r",
                    "30"
                )
                .With(
                    "-an",
                    "-c:v",
                    "libx264",
                    "-preset",
                    "veryfast",
                    "-crf",
                    Codings[Number % Codings.Length],
                    "-threads",
                    "1"
                )
                .With("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv")
                .Output(file, "-f", "mp4"),
            Limit,
            async (input, token) =>
            {
                foreach (var frame in frames)
                {
                    await input.WriteAsync(frame.Bytes, token);
                }
            },
            ct
        );
        return true;
    }

    private List<FilmFrame> Cover() => GoodFilm.Draw(PictureDefects.Cover(Photo.Study), Move, Number);

    /// <summary>The film of the right photo turns into that of the wrong one, in stages where the wrong is one of degree.</summary>
    private void Turn(List<FilmFrame> frames)
    {
        var (defect, strength) = (Defect!.Name, Defect.At(Strength));
        double[] stages = defect is "pattern-crawl" or "hem-morph" ? [0.25, 0.5, 0.75, 1] : [1];
        var wrong = stages
            .Select(stage => GoodFilm.Draw(PictureDefects.Of(Photo, defect, strength * stage), Move, Number))
            .Prepend([.. frames])
            .ToArray();
        for (var at = 0; at < frames.Count; at++)
        {
            var time = at / (double)(frames.Count - 1);
            // A wrong colour is there from the start as often as not.
            var done = defect == "hue-shift" && Number % 2 == 0 ? 1 : Math.Clamp((time - 0.1) / 0.4, 0, 1);
            var stage = done * stages.Length;
            var before = Math.Min(stages.Length - 1, (int)stage);
            frames[at] = FilmFrame.Blend(wrong[before][at], wrong[before + 1][at], stage - before);
        }
    }

    private static class HashCode
    {
        /// <summary>The same on every machine and run.</summary>
        public static int Of(string words) =>
            words.Aggregate(17, static (sum, letter) => unchecked((sum * 31) + letter));
    }
}
