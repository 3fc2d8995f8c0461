namespace CommerceVideo.VideoModels.Sora;

/// <summary>
/// Finds the video of a request whose answer was lost among the project's own, by what was asked and when; pure. The API took
/// no name of ours, so that what cannot be told apart is for a person.
/// </summary>
internal static class SoraSearch
{
    /// <summary>Looks before an absent video is given up; its list may lag.</summary>
    private const int Looks = 4;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    // Their clock tells whole seconds, and a call takes a while to be taken.
    private static readonly TimeSpan Earlier = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(3);

    /// <summary>Nothing older can be it: no further page is needed.</summary>
    public static bool IsOlder(SoraVideo video, LostGeneration lost) => video.CreatedAt < lost.SentAt - Earlier;

    /// <param name="looks">How often it was looked for before.</param>
    public static RecoverOutcome Of(LostGeneration lost, IReadOnlyList<SoraVideo> listed, int looks)
    {
        var mark = SoraMark.Of(lost.Request);
        var fitting = listed
            .Where(video => !IsOlder(video, lost) && video.CreatedAt <= lost.SentAt + Later && mark.Fits(video.Mark))
            .Select(static video => video.Id)
            .ToArray();
        return fitting switch
        {
            [var one] => new RecoverOutcome.Found(one),
            [] when looks < Looks => new RecoverOutcome.AskAgain(BetweenLooks),
            [] => new RecoverOutcome.Unknowable(
                $"OpenAI lists no such video made within {Later.TotalMinutes} minutes of sending."
            ),
            _ => new RecoverOutcome.Unknowable(
                $"OpenAI lists {fitting.Length} videos that it could be: {string.Join(", ", fitting)}."
            ),
        };
    }

    public static RecoverOutcome Unread(int looks) =>
        looks < Looks
            ? new RecoverOutcome.AskAgain(BetweenLooks)
            : new RecoverOutcome.Unknowable("OpenAI's list of videos cannot be read.");
}
