using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>What the app says of its work: the members the commands promise, what its ledger says it spent, and whether it has more to do.</summary>
internal sealed record AppReport(
    JsonObject Deliveries,
    IReadOnlyList<JsonObject> Products,
    IReadOnlyList<JsonObject> Spend,
    bool Idle
)
{
    public static AppReport From(JsonObject reply) =>
        new(
            reply["deliveries"]?.AsObject() ?? [],
            [.. (reply["products"]?.AsArray() ?? []).OfType<JsonObject>()],
            [.. (reply["spend"]?.AsArray() ?? []).OfType<JsonObject>()],
            reply["idle"]?.GetValue<bool>() ?? false
        );

    public JsonObject? Of(string product) => Products.FirstOrDefault(one => ProductIds.Number(one["id"]) == product);
}
