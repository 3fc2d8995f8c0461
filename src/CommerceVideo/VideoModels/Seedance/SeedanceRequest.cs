using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>The body that buys a task (ModelArk, create a video generation task, 2026-10); pure.</summary>
internal static class SeedanceRequest
{
    public static JsonObject Write(GenerationRequest request, CompiledPrompt prompt, RequestPictures pictures)
    {
        var content = new JsonArray([
            new JsonObject { ["type"] = "text", ["text"] = prompt.Text },
            .. Pictures(pictures),
        ]);
        var body = new JsonObject
        {
            ["model"] = request.Model.WireName,
            ["content"] = content,
            ["resolution"] = request.Order.Size.Name,
            // With a picture it takes no other; the picture is prepared in one of its own shapes.
            ["ratio"] = "adaptive",
            ["duration"] = request.Order.Seconds,
            // Its default is true, and sound is not wanted.
            ["generate_audio"] = false,
            ["watermark"] = false,
            ["return_last_frame"] = false,
            ["safety_identifier"] = Mark(request.Generation),
        };
        if (request.Callback is { } callback)
        {
            body["callback_url"] = callback.AbsoluteUri;
        }

        return body;
    }

    /// <summary>What our generation is found by in the list of tasks.</summary>
    public static string Mark(Guid generation) => generation.ToString("N");

    // Frames and references are never in one request: it would be refused.
    private static IEnumerable<JsonNode> Pictures(RequestPictures pictures) =>
        pictures.First is not { } first ? pictures.References.Select(static one => Frame("reference_image", one))
        : pictures.Last is { } last ? [Frame("first_frame", first), Frame("last_frame", last)]
        : [Frame("first_frame", first)];

    private static JsonObject Frame(string role, PreparedPicture picture) =>
        new()
        {
            ["type"] = "image_url",
            ["image_url"] = new JsonObject { ["url"] = picture.DataUri },
            ["role"] = role,
        };
}
