using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>Wan 3.0: a ratio and a switch for sound, no field for what must not be seen (Model Studio, wan3 page, 2026-10).</summary>
internal sealed class WanLayeredBody : IWanBody
{
    private const int Most = 20000;

    public WanOrder Write(GenerationRequest request, RequestPictures pictures)
    {
        var prompt = WanDialect.Compile(request.Shot, request.Words, Most, negativeField: false, request.References);
        return new WanOrder(
            new JsonObject
            {
                ["model"] = request.Model.WireName,
                ["input"] = new JsonObject { ["prompt"] = prompt.Text, ["media"] = Media(pictures) },
                ["parameters"] = new JsonObject
                {
                    ["resolution"] = request.Order.Size.Name,
                    ["duration"] = request.Order.Seconds,
                    // A first frame is prepared in the Shot's shape; references say nothing of it.
                    ["ratio"] = pictures.First is null ? request.Order.Ratio.ToString() : "adaptive",
                    ["audio"] = false,
                    ["prompt_extend"] = false,
                },
            },
            prompt.Warnings
        );
    }

    /// <summary>Frames and references exclude each other; a prompt counts the references from one.</summary>
    private static JsonArray Media(RequestPictures pictures) =>
        pictures.First is null
            ? new JsonArray([.. pictures.References.Select(static one => WanMediaBody.Picture("reference_image", one))])
            : WanMediaBody.Frames(pictures);
}
