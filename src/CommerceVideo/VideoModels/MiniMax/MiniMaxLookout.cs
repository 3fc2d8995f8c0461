using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>
/// Which task of v2's list is a request whose answer was lost; pure. The list tells no prompt, so that only a task that can
/// be no other one counts as found.
/// </summary>
internal static class MiniMaxLookout
{
    /// <summary>Looks before an absent task is left to a person: what was made may be listed a little later.</summary>
    private const int Looks = 4;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    /// <summary>The picture is drawn after the moment that we note, and before the call.</summary>
    private static readonly TimeSpan Drawing = TimeSpan.FromMinutes(1);

    /// <param name="longest">How long the request may have been under way.</param>
    public static RecoverOutcome Find(JsonElement list, LostGeneration lost, TimeSpan longest, int looks)
    {
        var candidates = list.Items("items")
            .Where(task => CouldBe(task, lost, longest))
            .Select(static task => task.Text("id"))
            .OfType<string>()
            .Where(id => !lost.Held.Contains(id))
            .ToArray();
        return candidates switch
        {
            [var one] when !lost.HasTwin => new RecoverOutcome.Found(one),
            [] when looks < Looks => new RecoverOutcome.AskAgain(BetweenLooks),
            [] => new RecoverOutcome.Unknowable("MiniMax lists no task of that moment: most likely it was not taken."),
            _ => new RecoverOutcome.Unknowable(
                $"MiniMax lists tasks of that moment that could be this one: {string.Join(", ", candidates)}."
            ),
        };
    }

    private static bool CouldBe(JsonElement task, LostGeneration lost, TimeSpan longest)
    {
        var order = lost.Request.Order;
        return task.Number("created_at") is { } seconds
            && DateTimeOffset.FromUnixTimeSeconds((long)seconds) is var created
            && created >= lost.SentAt - Skew
            && created <= lost.SentAt + Drawing + longest + Skew
            && (task.Text("model") ?? order.Model.WireName) == order.Model.WireName
            && (task.Number("duration") ?? order.Seconds) == order.Seconds
            && (task.Text("resolution") ?? order.Size.Name) == order.Size.Name;
    }
}
