using System.Text.Json.Nodes;
using CommerceVideo.Sandbox.Reports;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>Whether what came out is what was asked for; a pure reading of the app's report and the store's state.</summary>
internal static class Verdict
{
    private static readonly string[] Good = ["published", "stored"];

    /// <summary>What is wrong with one product, nothing if it has its videos or was refused for a reason a person can read.</summary>
    public static string? Complaint(JsonObject? product, IReadOnlyList<string> purposes) =>
        ProductProgress.State(product) switch
        {
            "ready" => Lacking(product!, purposes),
            "refused" => product!["reason"]?["text"]?.ToString() is { Length: > 0 } ? null : "refused without a reason",
            "review" => "waits for a person",
            "" => "the app never heard of it",
            var state => $"{state}: {product!["reason"]?["text"]}",
        };

    public static bool IsReview(JsonObject? product) => ProductProgress.State(product) == "review";

    /// <summary>Where the store does not hold exactly what the app says it published.</summary>
    public static IEnumerable<string> StoreComplaints(string id, JsonObject product, JsonObject state)
    {
        var media = MediaOf(id, state).Where(one => Is(one, "kind", "VIDEO")).ToList();
        var published = ProductProgress.Videos(product).Where(video => Is(video, "state", "published")).ToList();
        if (media.Count != published.Count)
        {
            yield return $"the store has {media.Count} videos of it, {published.Count} were published";
        }
        foreach (var one in media.Where(one => !Is(one, "status", "READY")))
        {
            yield return $"the store's video {one["id"]} is {one["status"]}";
        }
        foreach (var video in published)
        {
            var same = media.Count(one => ProductIds.Number(one["id"]) == ProductIds.Number(video["mediaId"]));
            if (same != 1)
            {
                yield return $"the store has the published video {video["mediaId"]} {same} times";
            }
        }
        foreach (var twice in media.GroupBy(one => $"{one["sha256"]}").Where(group => group.Count() > 1))
        {
            yield return $"the store has the same video {twice.Count()} times";
        }
    }

    private static string? Lacking(JsonObject product, IReadOnlyList<string> purposes)
    {
        var videos = ProductProgress.Videos(product).ToList();
        var bad = videos.FirstOrDefault(video => !Good.Contains(ProductProgress.State(video), StringComparer.Ordinal));
        if (bad is not null)
        {
            return $"its {bad["placement"]} video is {ProductProgress.State(bad)}";
        }
        var without = purposes.Where(purpose => !videos.Exists(video => Is(video, "purpose", purpose))).ToList();
        return without.Count == 0 ? null : $"no video for {string.Join(", ", without)}";
    }

    private static IEnumerable<JsonObject> MediaOf(string id, JsonObject state) =>
        (state["shops"]?.AsArray() ?? [])
            .OfType<JsonObject>()
            .SelectMany(shop => (shop["products"]?.AsArray() ?? []).OfType<JsonObject>())
            .Where(product => ProductIds.Number(product["gid"] ?? product["id"]) == id)
            .SelectMany(product => (product["media"]?.AsArray() ?? []).OfType<JsonObject>());

    private static bool Is(JsonObject of, string name, string value) =>
        string.Equals(of[name]?.ToString(), value, StringComparison.OrdinalIgnoreCase);
}
