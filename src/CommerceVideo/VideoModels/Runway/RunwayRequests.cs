using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>The calls of Runway's developer API (@runwayml/sdk 4.20.1, 2026-09-23); pure. A field it does not know is a 400.</summary>
internal static class RunwayRequests
{
    private const string Version = "2024-11-06";

    /// <summary>The one that buys.</summary>
    /// <param name="picture">A data URI, or where the picture was uploaded to.</param>
    public static JsonElement Body(GenerationRequest request, string picture, string prompt) =>
        JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["model"] = request.Model.WireName,
                ["promptImage"] = picture,
                ["promptText"] = prompt,
                ["ratio"] = RunwayFrames.Word(RunwayFrames.Of(request.Order.Ratio)),
                ["duration"] = request.Order.Seconds,
            }
        );

    public static HttpRequestMessage Create(JsonElement body, ProviderKey key) =>
        Message(HttpMethod.Post, "v1/image_to_video", key, body);

    public static HttpRequestMessage Task(string ticket, ProviderKey key) =>
        Message(HttpMethod.Get, $"v1/tasks/{Uri.EscapeDataString(ticket)}", key);

    /// <summary>Stops a live task; a finished one it deletes.</summary>
    public static HttpRequestMessage Delete(string ticket, ProviderKey key) =>
        Message(HttpMethod.Delete, $"v1/tasks/{Uri.EscapeDataString(ticket)}", key);

    /// <summary>Asks where a file may be put for a day.</summary>
    public static HttpRequestMessage Upload(string fileName, ProviderKey key) =>
        Message(HttpMethod.Post, "v1/uploads", key, new { filename = fileName, type = "ephemeral" });

    /// <summary>Credits by day and model; a read, although it is a POST.</summary>
    public static HttpRequestMessage Usage(DateTimeOffset from, DateTimeOffset to, ProviderKey key) =>
        Message(
            HttpMethod.Post,
            "v1/organization/usage",
            key,
            new { startDate = Day(from), beforeDate = Day(to.AddDays(1)) }
        );

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static HttpRequestMessage Message(HttpMethod method, string path, ProviderKey key, object? body = null)
    {
        var message = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType()),
        };
        message.Headers.Authorization = new("Bearer", key.Reveal());
        message.Headers.Add("X-Runway-Version", Version);
        return message;
    }
}
