using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>The API of Ray 3.2 (docs.agents.lumalabs.ai/guides/videos/generation, read 2026-09-19). It takes a picture's bytes.</summary>
internal sealed class LumaAgentsApi : ILumaApi
{
    private const int FramesPerSecond = 24;

    /// <summary>At this length and above, the first and last frame have no fields of their own.</summary>
    private const int SecondsByKeyframes = 10;

    public bool IsAgents => true;

    public string CreatePath => "v1/generations";

    public string ReadPath => "v1/generations";

    public JsonObject Body(GenerationRequest request, string prompt, LumaFrame first, LumaFrame? last)
    {
        var order = request.Order;
        var video = new JsonObject { ["resolution"] = order.Size.Name, ["duration"] = $"{order.Seconds}s" };
        if (order.Seconds >= SecondsByKeyframes)
        {
            video["keyframes"] = last is null
                ? new JsonArray(Anchor(first))
                : new JsonArray(Anchor(first), Anchor(last));
            video["keyframe_indexes"] = last is null
                ? new JsonArray(0)
                : new JsonArray(0, order.Seconds * FramesPerSecond);
        }
        else
        {
            video["start_frame"] = Anchor(first);
            if (request.Shot.Loop)
            {
                // It cannot stand beside an end frame, and makes the motion run on where an end frame would only stop it.
                video["loop"] = true;
            }
            else if (last is not null)
            {
                video["end_frame"] = Anchor(last);
            }
        }

        return new JsonObject
        {
            ["model"] = request.Model.WireName,
            ["type"] = "video",
            ["prompt"] = prompt,
            ["aspect_ratio"] = order.Ratio.ToString(),
            ["video"] = video,
        };
    }

    public LumaGeneration? Read(JsonElement generation)
    {
        if (generation.Text("id") is not { } id || generation.Text("state") is not { } state)
        {
            return null;
        }

        return new LumaGeneration(
            id,
            state,
            state == LumaGeneration.Failed
                ? LumaFailures.OfCode(generation.Text("failure_code"), generation.Text("failure_reason"))
                : null,
            generation
                .Items("output")
                .Select(static one => one.Address("url"))
                .FirstOrDefault(static url => url is not null)
        );
    }

    private static JsonObject Anchor(LumaFrame frame) =>
        new() { ["data"] = frame.Picture.Base64, ["media_type"] = "image/jpeg" };
}
