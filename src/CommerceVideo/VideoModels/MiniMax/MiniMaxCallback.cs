using System.Text.Json;
using CommerceVideo.VideoModels.Callbacks;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>What a call of MiniMax at an address of ours is: a challenge to be given back unchanged, or news of a task; pure.</summary>
internal static class MiniMaxCallback
{
    private const string Challenge = "challenge";

    public static CallbackOutcome Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var read = JsonDocument.Parse(body);
            var root = read.RootElement;
            return root.At(Challenge) is { ValueKind: not JsonValueKind.Undefined } challenge
                ? new CallbackOutcome.Asked($"{{\"{Challenge}\":{challenge.GetRawText()}}}")
                : new CallbackOutcome.Heard(root.Text("task", "id") ?? root.Text("task_id"));
        }
        catch (JsonException)
        {
            return new CallbackOutcome.Forged("It is no JSON, as MiniMax's calls are.");
        }
    }
}
