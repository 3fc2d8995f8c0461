using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.ComfyUi;

/// <summary>What <c>GET /history/{prompt_id}</c> tells of a prompt.</summary>
/// <param name="IsDone">It ended well.</param>
/// <param name="Failure">Why it ended without a file; null for one that did not.</param>
/// <param name="File">The path and query of the file below <c>/view</c>; null when there is none.</param>
internal sealed record ComfyUiEnd(bool IsDone, (FailureKind Kind, string Reason)? Failure, string? File)
{
    private static readonly string[] Containers = [".mp4", ".webm", ".mkv", ".mov"];

    /// <returns>Null when the history does not have it.</returns>
    public static ComfyUiEnd? Of(JsonElement history, string prompt)
    {
        var entry = history.At(prompt);
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var file = FileOf(entry.At("outputs"));
        return entry.Text("status", "status_str") switch
        {
            "error" => new ComfyUiEnd(false, ComfyUiFailures.OfMessages(entry.Items("status", "messages")), null),
            "success" when file is null => new ComfyUiEnd(
                false,
                (FailureKind.InvalidInput, "The workflow ended without saving a video."),
                null
            ),
            "success" => new ComfyUiEnd(true, null, file),
            // Older servers keep no status.
            null => new ComfyUiEnd(file is not null, null, file),
            _ => new ComfyUiEnd(false, null, null),
        };
    }

    /// <summary>Whatever the node calls its list: SaveVideo's is <c>images</c>.</summary>
    private static string? FileOf(JsonElement outputs) =>
        outputs.ValueKind != JsonValueKind.Object
            ? null
            : outputs
                .EnumerateObject()
                .Where(static node => node.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(static node => node.Value.EnumerateObject())
                .SelectMany(static list => list.Value.Items())
                .Where(static item => item.Text("type") != "temp" && IsVideo(item.Text("filename")))
                .Select(Address)
                .FirstOrDefault();

    private static bool IsVideo(string? name) =>
        name is not null && Containers.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static string Address(JsonElement item) =>
        $"view?filename={Escaped(item, "filename")}&subfolder={Escaped(item, "subfolder")}&type={Escaped(item, "type")}";

    private static string Escaped(JsonElement item, string name) => Uri.EscapeDataString(item.Text(name) ?? "");
}
