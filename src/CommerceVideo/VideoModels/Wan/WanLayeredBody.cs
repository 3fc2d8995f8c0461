using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>Wan 3.0: a ratio and a switch for sound, no field for what must not be seen (Model Studio, wan3 page, 2026-10).</summary>
internal sealed class WanLayeredBody : IWanBody
{
    private const int Most = 20000;

    public WanOrder Write(GenerationRequest request, PreparedFrames frames)
    {
        var prompt = WanDialect.Compile(request.Shot, request.Words, Most, negativeField: false);
        return new WanOrder(
            new JsonObject
            {
                ["model"] = request.Model.WireName,
                ["input"] = new JsonObject { ["prompt"] = prompt.Text, ["media"] = WanMediaBody.Frames(frames) },
                ["parameters"] = new JsonObject
                {
                    ["resolution"] = request.Order.Size.Name,
                    ["duration"] = request.Order.Seconds,
                    // The picture is prepared in the Shot's shape.
                    ["ratio"] = "adaptive",
                    ["audio"] = false,
                    ["prompt_extend"] = false,
                },
            },
            prompt.Warnings
        );
    }
}
