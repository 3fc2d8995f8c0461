using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>A task as Model Studio reports it.</summary>
/// <param name="State">Its word; an unknown one is kept as it came.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="BilledSeconds">What it is charged for; null until it is known.</param>
internal sealed record WanTask(string State, string Code, string Message, Uri? Video, decimal? BilledSeconds)
{
    public const string Pending = "PENDING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string Cancelled = "CANCELED";

    /// <summary>Not known, or older than <see cref="Kept"/>.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>How long a task, and the link to its Clip, live.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromHours(24);

    /// <returns>Null when the answer holds no task.</returns>
    public static WanTask? Of(JsonElement queried)
    {
        var output = queried.At("output");
        return output.Text("task_status") is { } state
            ? new WanTask(
                state,
                output.Text("code") ?? "",
                output.Text("message") ?? "",
                output.Address("video_url"),
                queried.Number("usage", "duration") ?? queried.Number("usage", "output_video_duration")
            )
            : null;
    }

    public bool IsGone(DateTimeOffset sentAt, DateTimeOffset now) => State == Unknown && now - sentAt >= Kept;
}
