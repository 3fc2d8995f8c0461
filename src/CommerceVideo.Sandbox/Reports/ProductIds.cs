using System.Text.Json.Nodes;

namespace CommerceVideo.Sandbox.Reports;

/// <summary>Ids come as numbers, as text and as Shopify's global ids; the number at the end is what they share.</summary>
internal static class ProductIds
{
    public static string Number(JsonNode? id)
    {
        var text = id?.ToString() ?? "";
        return text[(text.LastIndexOf('/') + 1)..];
    }
}
