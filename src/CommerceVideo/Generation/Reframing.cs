using CommerceVideo.VideoModels;

namespace CommerceVideo.Generation;

/// <summary>
/// Which Shots are filmed again in another shape: those whose sibling's model costs nothing. A bought Clip is never bought a
/// second time for another shape; it is cut instead. Pure.
/// </summary>
internal static class Reframing
{
    /// <param name="attempts">What stands for the Shots before this one, those of this run included.</param>
    public static bool IsFilmed(int shot, IReadOnlyList<Shot> shots, IReadOnlyList<Attempt> attempts) =>
        shots[shot].Reframes is null || Sibling(shot, shots, attempts) is { PriceAmount: 0 };

    /// <summary>A reframing is made with its sibling's model and no other; null for a Shot of its own.</summary>
    public static string? Model(int shot, IReadOnlyList<Shot> shots, IReadOnlyList<Attempt> attempts) =>
        shots[shot].Reframes is null ? null : Sibling(shot, shots, attempts)?.Model;

    /// <summary>The latest attempt of the Shot that this one shows again.</summary>
    private static Attempt? Sibling(int shot, IReadOnlyList<Shot> shots, IReadOnlyList<Attempt> attempts) =>
        attempts
            .Where(attempt => shots[attempt.Shot].Name == shots[shot].Reframes)
            .MaxBy(static attempt => attempt.Number);
}
