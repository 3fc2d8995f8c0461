using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>A task as ModelArk reports it.</summary>
/// <param name="State">Its word; an unknown one is kept as it came.</param>
/// <param name="Mark">The <c>safety_identifier</c> it was made with: our generation's id.</param>
internal sealed record SeedanceTask(
    string Id,
    string State,
    string? Mark,
    DateTimeOffset? CreatedAt,
    SeedanceResult Result
)
{
    public const string Queued = "queued";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";

    /// <returns>Null when this holds no task.</returns>
    public static SeedanceTask? Of(JsonElement item) =>
        item.Text("id") is { } id && item.Text("status") is { } state
            ? new SeedanceTask(
                id,
                state,
                item.Text("safety_identifier"),
                item.Number("created_at") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null,
                new SeedanceResult(
                    item.At("error"),
                    item.Address("content", "video_url"),
                    (long?)item.Number("usage", "completion_tokens")
                )
            )
            : null;
}

/// <param name="Error">With its code and message; undefined or null where there is none.</param>
/// <param name="Tokens">What it is charged for; null where it is not told.</param>
internal readonly record struct SeedanceResult(JsonElement Error, Uri? Video, long? Tokens);
