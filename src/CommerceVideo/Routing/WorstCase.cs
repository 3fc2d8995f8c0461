using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>
/// The most that a Shot can come to: every outcome of every attempt is followed through <see cref="FallBack"/>, so that what
/// is approved is neither passed nor more than some path really costs; pure. Prices are those of the route: what a provider
/// charges beyond its own price list is seen in the books, not here.
/// </summary>
internal static class WorstCase
{
    // What follows depends on no more than this of an outcome; a Clip costs no more than a failure that is billed.
    private static readonly (AttemptEnd End, FailureKind Failure, bool Billed)[] Outcomes =
    [
        (AttemptEnd.NoClip, FailureKind.TimedOut, true),
        (AttemptEnd.NoClip, FailureKind.TimedOut, false),
        (AttemptEnd.NoClip, FailureKind.ContentRefused, true),
        (AttemptEnd.NoClip, FailureKind.ContentRefused, false),
        (AttemptEnd.BrokenJoin, FailureKind.Unknown, true),
        (AttemptEnd.Unclear, FailureKind.Unknown, true),
    ];

    /// <param name="route">Best first; prices in one currency.</param>
    public static decimal Of(FallBack rules, IReadOnlyList<NextModel> route) =>
        route.Count == 0 ? 0 : From(route[0], rules, route, []);

    private static decimal From(
        NextModel next,
        FallBack rules,
        IReadOnlyList<NextModel> route,
        IReadOnlyList<EndedAttempt> before
    )
    {
        var most = next.Price;
        foreach (var (end, failure, billed) in Outcomes)
        {
            if (!Differs(end, failure, rules))
            {
                continue;
            }

            EndedAttempt[] attempts = [.. before, new EndedAttempt(next.Model, end, failure, billed)];
            if (rules.Next(route, attempts) is { } follower)
            {
                most = Math.Max(most, (billed ? next.Price : 0) + From(follower, rules, route, attempts));
            }
        }

        return most;
    }

    // Without retries it is all the same why there is no Clip, and where nothing was joined no join fails.
    private static bool Differs(AttemptEnd end, FailureKind failure, FallBack rules) =>
        end == AttemptEnd.BrokenJoin ? rules.Joined
        : end == AttemptEnd.NoClip && FallBack.MayPass(failure) ? rules.Pinned
        : true;
}
