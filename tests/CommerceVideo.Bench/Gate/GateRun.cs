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
                var file = Path.Combine(folder, $"{Guid.NewGuid():n}.mp4");
                try
                {
                    if (await clip.WriteAsync(_ffmpeg, file, token))
                    {
                        var words = string.Join(' ', clip.Photo.Name.Split('-', '_'));
                        var (judgement, _) = await gate.JudgeAsync(clip.Photo.Study, file, limits.For(words), token);
                        verdicts.Add(
                            new GateVerdict(clip, judgement?.Verdict ?? Verdict.Reject, judgement?.Findings ?? [])
                        );
                    }
                }
                finally
                {
                    File.Delete(file);
                }
            }
        );
        return [.. verdicts];
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
