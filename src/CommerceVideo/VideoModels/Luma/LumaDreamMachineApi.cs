using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>The API of the Ray 2 family (docs.lumalabs.ai, and the official client lumaai 1.19.1). It fetches pictures.</summary>
internal sealed class LumaDreamMachineApi : ILumaApi
{
    public bool IsAgents => false;

    // The official client's path; the one without "video" is an older name of it.
    public string CreatePath => "dream-machine/v1/generations/video";

    public string ReadPath => "dream-machine/v1/generations";

    public JsonObject Body(GenerationRequest request, string prompt, LumaFrame first, LumaFrame? last)
    {
        var order = request.Order;
        var frames = new JsonObject { ["frame0"] = Frame(first) };
        var loop = request.Shot.Loop;
        if (last is not null && !loop)
        {
            frames["frame1"] = Frame(last);
        }

        var body = new JsonObject
        {
            ["model"] = request.Model.WireName,
            ["prompt"] = prompt,
            ["aspect_ratio"] = order.Ratio.ToString(),
            ["resolution"] = order.Size.Name,
            ["duration"] = $"{order.Seconds}s",
            ["keyframes"] = frames,
            ["loop"] = loop,
        };
        if (request.Callback is { } callback)
        {
            body["callback_url"] = callback.AbsoluteUri;
        }

        return body;
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
            state == LumaGeneration.Failed ? LumaFailures.OfReason(generation.Text("failure_reason")) : null,
            generation.Address("assets", "video")
        );
    }

    /// <summary>What a picture's link is named, so that the list, which repeats what was asked for, tells whose a generation is.</summary>
    public static string NameOf(Guid generation) => $"{generation:N}.jpg";

    /// <returns>The generation of a page of the list that was asked for under this name; null when it is on none of it.</returns>
    public static string? Find(JsonElement page, Guid generation) =>
        page.Items("generations")
            .FirstOrDefault(one => Frame0(one).Contains(NameOf(generation), StringComparison.Ordinal))
            .Text("id");

    private static string Frame0(JsonElement generation) =>
        generation.Text("request", "keyframes", "frame0", "url") ?? "";

    private static JsonObject Frame(LumaFrame frame) => new() { ["type"] = "image", ["url"] = frame.Link!.AbsoluteUri };
}
