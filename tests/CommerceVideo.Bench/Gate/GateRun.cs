using System.Collections.Concurrent;
using System.Globalization;
using CommerceVideo.Media.Ffmpeg;
using CommerceVideo.Media.Video;
using CommerceVideo.Quality;

namespace CommerceVideo.Bench.Gate;

/// <summary>Makes the clips of the defect set one after another and asks the gate, as a stranger would, for its verdict.</summary>
internal sealed class GateRun(QualityOptions limits)
{
    private readonly FfmpegRunner _ffmpeg = new();

    public async Task<IReadOnlyList<GateVerdict>> JudgeAsync(
        IReadOnlyList<GateClip> clips,
        string folder,
        CancellationToken ct
    )
    {
        var verdicts = new ConcurrentBag<GateVerdict>();
        var gate = new FidelityGate(_ffmpeg, new VideoProbe(new FfprobeRunner()));
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = ct,
        };
        await Parallel.ForEachAsync(
            clips,
            options,
            async (clip, token) =>
            {
                if (await FilmAsync(clip, folder, token) is { } file)
                {
                    verdicts.Add(await JudgeAsync(gate, clip, file, token));
                }
            }
        );
        return [.. verdicts];
    }

    /// <summary>Made where it is not there yet; a clip that cannot be made leaves an empty file, so that it is not tried again.</summary>
    private async Task<string?> FilmAsync(GateClip clip, string folder, CancellationToken ct)
    {
        var file = Path.Combine(folder, clip.FileName);
        if (!File.Exists(file))
        {
            var made = $"{file}.part";
            if (!await clip.WriteAsync(_ffmpeg, made, ct))
            {
                await File.WriteAllBytesAsync(made, [], ct);
            }

            File.Move(made, file);
        }

        return new FileInfo(file).Length == 0 ? null : file;
    }

    private async Task<GateVerdict> JudgeAsync(FidelityGate gate, GateClip clip, string file, CancellationToken ct)
    {
        var (judgement, _) = await gate.JudgeAsync(clip.Photo.Study, file, limits.For(clip.Photo.Words), ct);
        return new GateVerdict(clip, judgement?.Verdict ?? Verdict.Reject, judgement?.Findings ?? []);
    }
}

internal sealed record GateVerdict(GateClip Clip, Verdict Verdict, IReadOnlyList<Finding> Findings)
{
    /// <summary>One line for who sets thresholds: what the clip is, and every figure.</summary>
    public string Line() =>
        string.Join(
            '\t',
            [
                Clip.Defect?.Name ?? "good",
                Clip.Strength.ToString(),
                Clip.Photo.Name,
                Clip.Photo.Tuning ? "tuning" : "held-out",
                Clip.Number.ToString(CultureInfo.InvariantCulture),
                Clip.Move.ToString(),
                Clip.Manner,
                Verdict.ToString(),
                .. Findings.Select(static finding =>
                    $"{finding.Check}={finding.Value?.ToString(CultureInfo.InvariantCulture) ?? "-"}:{finding.Outcome}"
                ),
            ]
        );
}
