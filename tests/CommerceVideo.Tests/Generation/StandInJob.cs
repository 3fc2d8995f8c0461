using System.Globalization;
using System.Text.Json.Nodes;

namespace CommerceVideo.Tests.Generation;

/// <summary>One job in a stand-in's own books.</summary>
/// <param name="Generation">The caller's own name for it.</param>
/// <param name="Submits">Create calls that named it, refused repeats too.</param>
internal sealed record StandInJob(
    string Id,
    string Model,
    string State,
    string? Generation,
    decimal Billed,
    int Submits,
    IReadOnlyList<string> CallbackAnswers
)
{
    public static StandInJob Of(JsonObject job) =>
        new(
            $"{job["id"]}",
            $"{job["model"]}",
            $"{job["state"]}",
            (string?)job["generation"],
            job["bill"]?["amount"] is { } amount ? decimal.Parse($"{amount}", CultureInfo.InvariantCulture) : 0,
            (int)job["submits"]!,
            [.. job["callbackAnswers"]!.AsArray().Select(static answer => $"{answer}")]
        );
}
