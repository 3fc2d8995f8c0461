using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Headless;

/// <summary>Whether the store has nothing under way: media it still prepares, webhooks it still has to deliver.</summary>
internal static class StoreQuiet
{
    public static bool Is(JsonObject state) =>
        (state["shops"]?.AsArray() ?? []).OfType<JsonObject>().All(shop => !HasDue(shop) && !HasOpenMedia(shop));

    private static bool HasDue(JsonObject shop) => Children(shop, "deliveries").Any(one => $"{one["state"]}" == "due");

    private static bool HasOpenMedia(JsonObject shop) =>
        Children(shop, "products")
            .SelectMany(product => Children(product, "media"))
            .Any(one => $"{one["status"]}" is "UPLOADED" or "PROCESSING");

    private static IEnumerable<JsonObject> Children(JsonObject of, string name) =>
        (of[name]?.AsArray() ?? []).OfType<JsonObject>();
}
