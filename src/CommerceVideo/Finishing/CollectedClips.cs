using CommerceVideo.Briefs;
using CommerceVideo.Generation;

namespace CommerceVideo.Finishing;

/// <summary>When a Brief is ready to be cut, and from which attempts; pure.</summary>
internal static class CollectedClips
{
    /// <returns>
    /// The collected attempt of each Shot that was filmed; null while one of those is awaited or a Shot of the first film has
    /// none.
    /// </returns>
    public static IReadOnlyList<Attempt>? Of(Brief brief, IReadOnlyList<Attempt> attempts)
    {
        var shots = attempts
            .GroupBy(static attempt => attempt.Shot)
            // Called off, and since then its sibling was bought: nobody films it any more.
            .Where(shot =>
                shot.Any(static attempt => attempt.State != AttemptState.Cancelled)
                || Reframing.IsFilmed(shot.Key, brief.Shots, attempts)
            )
            .OrderBy(static shot => shot.Key)
            .Select(static shot =>
                shot.Where(static attempt => attempt.State == AttemptState.Collected)
                    .MaxBy(static attempt => attempt.Number)
            )
            .ToList();
        var collected = shots.OfType<Attempt>().ToList();
        var names = collected.ConvertAll(attempt => brief.Shots[attempt.Shot].Name);
        return collected.Count == shots.Count && brief.Films[0].All(shot => names.Contains(shot.Name))
            ? collected
            : null;
    }
}
