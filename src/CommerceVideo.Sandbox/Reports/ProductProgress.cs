using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>How far one product is, as a person would say it.</summary>
internal static class ProductProgress
{
    private static readonly string[] Final = ["ready", "review", "refused", "parked"];
    private static readonly string[] Made = ["published", "stored", "review", "rejected", "failed"];

    public static bool IsFinal(JsonObject? product) => Final.Contains(State(product), StringComparer.Ordinal);

    public static string Describe(JsonObject? product)
    {
        if (product is null)
        {
            return "waiting for the store's webhook";
        }
        var videos = Videos(product).ToList();
        var doing = product["doing"]?.ToString() is { Length: > 0 } now ? $"{State(product)}: {now}" : State(product);
        var reason = product["reason"]?["text"]?.ToString() is { Length: > 0 } text ? $": {text}" : "";
        var made = videos.Count(video => Made.Contains(State(video), StringComparer.Ordinal));
        return videos.Count == 0 ? doing + reason : $"{doing}, {made} of {videos.Count} videos{reason}";
    }

    public static IEnumerable<JsonObject> Videos(JsonObject product) =>
        (product["videos"]?.AsArray() ?? []).OfType<JsonObject>();

    public static string State(JsonObject? of) => of?["state"]?.ToString() ?? "";
}
