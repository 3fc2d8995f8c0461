using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>Where a prompt stands in <c>GET /queue</c>; pure.</summary>
internal enum ComfyUiPlace
{
    /// <summary>It has ended, or is not known.</summary>
    None,
    Waiting,
    Running,
}

internal static class ComfyUiQueue
{
    /// <returns>Null when this is no queue.</returns>
    public static ComfyUiPlace? Place(JsonElement queue, string prompt) =>
        queue.At("queue_running").ValueKind != JsonValueKind.Array ? null
        : queue.Items("queue_running").Any(item => Is(item, prompt)) ? ComfyUiPlace.Running
        : queue.Items("queue_pending").Any(item => Is(item, prompt)) ? ComfyUiPlace.Waiting
        : ComfyUiPlace.None;

    // [number, id, graph, …]
    private static bool Is(JsonElement item, string prompt) =>
        item.ValueKind == JsonValueKind.Array
        && item.EnumerateArray().ElementAtOrDefault(1) is var id
        && id.ValueKind == JsonValueKind.String
        && id.GetString() == prompt;
}
