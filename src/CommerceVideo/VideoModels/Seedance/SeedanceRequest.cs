using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>The body that buys a task (ModelArk, create a video generation task, 2026-10); pure.</summary>
internal static class SeedanceRequest
{
    public static JsonObject Write(GenerationRequest request, CompiledPrompt prompt, PreparedFrames frames)
    {
        var content = new JsonArray(
            new JsonObject { ["type"] = "text", ["text"] = prompt.Text },
            Frame("first_frame", frames.First)
        );
        if (frames.Last is { } last)
        {
            content.Add(Frame("last_frame", last));
        }

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

    private static JsonObject Frame(string role, PreparedPicture picture) =>
        new()
        {
            ["type"] = "image_url",
            ["image_url"] = new JsonObject { ["url"] = picture.DataUri },
            ["role"] = role,
        };
}
