using CommerceVideo.VideoModels;

namespace CommerceVideo.Routing;

/// <summary>
/// Who makes a Shot after an attempt that gave no Clip, within limits that no route and no outcome can pass; pure. What is
/// approved beforehand (<see cref="WorstCase"/>) is searched over these very rules.
/// </summary>
/// <param name="Pinned">Made by the model that was asked for by name: it is tried again, and only the last resort follows.</param>
/// <param name="Joined">It goes on where another Shot ended, so that its join may fail.</param>
internal sealed record FallBack(bool Pinned, bool Joined)
{
    /// <summary>More purchases of one Shot than this are no fall-back but a gamble.</summary>
    public const int MostBilled = 2;

    public const int MostAttempts = 5;

    /// <summary>The next model gets one chance to be truer to the photo; then the photo's own pixels are shown.</summary>
    public const int MostUntrue = 2;

    /// <summary>A model that was asked for by name is tried so often where its failures may pass.</summary>
    public const int MostTries = 3;

    /// <param name="route">The models that can make it now, best first.</param>
    /// <param name="attempts">All attempts of this Shot so far, oldest first.</param>
    /// <returns>Null when nobody is left.</returns>
    public NextModel? Next(IReadOnlyList<NextModel> route, IReadOnlyList<EndedAttempt> attempts)
    {
        var paying = MayBuy(attempts);
        NextModel? best = null;
        var leastTries = int.MaxValue;
        for (var place = 0; place < route.Count; place++)
        {
            var (next, tries) = (route[place], Tries(route[place].Model, attempts));
            if ((!paying && !next.LastResort) || (tries > 0 && !MayTryAgain(next, tries, attempts)))
            {
                continue;
            }

            if (IsRemake(next.Model, attempts))
            {
                return next;
            }

            // The last resort comes after every retry; of the others, who was tried least.
            var order = next.LastResort ? int.MaxValue - 1 : tries;
            if (order < leastTries)
            {
                (best, leastTries) = (next, order);
            }
        }

        return best;
    }

    /// <summary>It may pass by itself, and the request was certainly not taken: the same attempt waits.</summary>
    public static bool IsWorthWaiting(FailureKind kind) => kind is FailureKind.RateLimited or FailureKind.Busy;

    /// <summary>The same request of the same model may well succeed later.</summary>
    public static bool MayPass(FailureKind? kind) =>
        kind
            is FailureKind.RateLimited
                or FailureKind.Busy
                or FailureKind.ProviderDown
                or FailureKind.TimedOut
                or FailureKind.Unknown;

    // While it is not known whether one was bought, nothing else is bought.
    private static bool MayBuy(IReadOnlyList<EndedAttempt> attempts)
    {
        var (billed, untrue) = (0, 0);
        for (var index = 0; index < attempts.Count; index++)
        {
            if (attempts[index].End == AttemptEnd.Unclear)
            {
                return false;
            }

            billed += attempts[index].Billed ? 1 : 0;
            untrue += attempts[index].End == AttemptEnd.Untrue ? 1 : 0;
        }

        return billed < MostBilled && untrue < MostUntrue && attempts.Count < MostAttempts;
    }

    private bool MayTryAgain(NextModel next, int tries, IReadOnlyList<EndedAttempt> attempts) =>
        IsRemake(next.Model, attempts)
        || (Pinned && !next.LastResort && tries < MostTries && MayPass(Last(next.Model, attempts)!.Failure));

    /// <summary>A join that does not hold is remade once, by the model that filmed it: another one's look would break it again.</summary>
    private bool IsRemake(string model, IReadOnlyList<EndedAttempt> attempts) =>
        Joined
        && attempts is [.., { End: AttemptEnd.BrokenJoin } last]
        && last.Model == model
        && attempts.Count(static one => one.End == AttemptEnd.BrokenJoin) == 1;

    private static EndedAttempt? Last(string model, IReadOnlyList<EndedAttempt> attempts) =>
        attempts.LastOrDefault(one => one.Model == model);

    private static int Tries(string model, IReadOnlyList<EndedAttempt> attempts)
    {
        var tries = 0;
        for (var index = 0; index < attempts.Count; index++)
        {
            tries += attempts[index].Model == model ? 1 : 0;
        }

        return tries;
    }
}

/// <summary>How an attempt of a Shot ended, as far as it matters to what follows.</summary>
/// <param name="Billed">It was, or may have been, paid for.</param>
internal sealed record EndedAttempt(string Model, AttemptEnd End, FailureKind? Failure, bool Billed);

internal enum AttemptEnd
{
    NoClip,

    /// <summary>Its Clip came and does not go on from the Shot before.</summary>
    BrokenJoin,

    /// <summary>Its Clip came and was not true to the photo.</summary>
    Untrue,

    /// <summary>Nobody knows whether it was taken.</summary>
    Unclear,
}

/// <summary>A model that could be next.</summary>
/// <param name="LastResort">It invents nothing and costs nothing: the studio.</param>
internal sealed record NextModel(string Model, bool LastResort, decimal Price = 0);
