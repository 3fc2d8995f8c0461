using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Keys;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>The calls of OpenAI's videos API as it was (openai-openapi, 2026-08-21; npm openai 6.49.0); pure.</summary>
internal static class SoraRequests
{
    private const string Videos = "v1/videos";

    public const int PageLength = 100;

    /// <summary>The one that bought. The picture goes inline, as JSON allows beside multipart.</summary>
    public static JsonElement Body(GenerationRequest request, PreparedPicture picture, string prompt) =>
        JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["model"] = request.Model.WireName,
                ["prompt"] = prompt,
                ["seconds"] = Seconds(request),
                ["size"] = SoraFrames.Of(request.Order).ToString(),
                ["input_reference"] = new JsonObject { ["image_url"] = picture.DataUri },
            }
        );

    /// <summary>A string on this API.</summary>
    public static string Seconds(GenerationRequest request) =>
        request.Order.Seconds.ToString(CultureInfo.InvariantCulture);

    public static HttpRequestMessage Create(JsonElement body, ProviderKey key)
    {
        var message = Message(HttpMethod.Post, Videos, key);
        message.Content = JsonContent.Create(body);
        return message;
    }

    public static HttpRequestMessage Video(string ticket, ProviderKey key) =>
        Message(HttpMethod.Get, $"{Videos}/{Uri.EscapeDataString(ticket)}", key);

    /// <summary>The file itself: on the API's own origin, with the key.</summary>
    public static HttpRequestMessage Content(string ticket, ProviderKey key) =>
        Message(HttpMethod.Get, $"{Videos}/{Uri.EscapeDataString(ticket)}/content", key);

    /// <summary>The project's videos, newest first.</summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    public static HttpRequestMessage List(string? after, ProviderKey key) =>
        Message(
            HttpMethod.Get,
            $"{Videos}?limit={PageLength}&order=desc{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}",
            key
        );

    private static HttpRequestMessage Message(HttpMethod method, string path, ProviderKey key)
    {
        var message = new HttpRequestMessage(method, path);
        message.Headers.Authorization = new("Bearer", key.Reveal());
        return message;
    }
}
