using CommerceVideo.Media.Masks;
using CommerceVideo.Quality;
using CommerceVideo.Routing;
using CommerceVideo.VideoModels;
using Microsoft.Extensions.Options;

namespace CommerceVideo.Generation;

/// <summary>
/// Holds what a model invented against the photo, and keeps what was found. The studio's Clips are the photo's own pixels and
/// are not held up; a rehearsal that is too small to be measured is not judged.
/// </summary>
internal sealed class ClipGate(FidelityGate gate, PhotoStudies studies, IOptions<QualityOptions> options)
{
    private const double SmallestScale = 0.5;

    /// <inheritdoc cref="QualityOptions.ReplacesRejected"/>
    public bool ReplacesRejected => options.Value.ReplacesRejected;

    /// <returns>Null where it is not judged.</returns>
    public async Task<Judgement?> JudgeAsync(AttemptRun run, Clip clip, CancellationToken ct)
    {
        var shot = run.Request.Shot;
        if (
            run.Request.Model.TrueToPhoto
            || shot.Start != ShotStart.Picture
            || shot.Follows is not null
            || run.Request.Scale < SmallestScale
        )
        {
            return null;
        }

        var type = run.Rows.Product.ProductType ?? run.Rows.Product.Title;
        var study = await studies.StudyAsync(await run.Request.Photo.PathAsync(ct), ct, type);
        if (study is not StudyOutcome.Studied { Study: var photo })
        {
            return null;
        }

        // A file that is no video is Finishing's to refuse.
        var (judgement, _) = await gate.JudgeAsync(photo, clip.File, options.Value.For(type), ct);
        return judgement is null ? null : Keep(run, ClipVerdict.Of(judgement, shot));
    }

    private Judgement Keep(AttemptRun run, Judgement judgement)
    {
        var (attempt, now) = (run.Attempt, run.Time.GetUtcNow());
        attempt.Verdict = judgement.Verdict;
        run.Db.ClipFindings.AddRange(
            judgement.Findings.Select(finding => ClipFinding.Of(finding, attempt.ShopId, attempt.Id, now))
        );
        if (ReplacesRejected)
        {
            var kind = judgement.Verdict == Verdict.Pass ? ModelEventKind.Passed : ModelEventKind.FailedCheck;
            run.Db.ModelEvents.Add(AttemptEndings.Event(run, kind, judgement.Against.FirstOrDefault()?.Check));
        }

        return judgement;
    }
}
