using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>Wan 2.1 to 2.6: one picture in a member of its own (Model Studio, legacy image-to-video page, 2026-09-28).</summary>
internal sealed class WanLegacyBody : IWanBody
{
    private const int Most = 800;
    private const int MostOfLater = 1500;

    public WanOrder Write(GenerationRequest request, RequestPictures pictures)
    {
        var model = request.Model.WireName;
        var later = HasSound(model);
        var prompt = WanDialect.Compile(request.Shot, request.Words, later ? MostOfLater : Most, negativeField: true);
        var parameters = new JsonObject
        {
            ["resolution"] = request.Order.Size.Name,
            ["duration"] = request.Order.Seconds,
            // Its default is true: the prompt would be written anew.
            ["prompt_extend"] = false,
            ["watermark"] = false,
        };
        if (later)
        {
            parameters["audio"] = false;
        }

        return new WanOrder(
            new JsonObject
            {
                ["model"] = model,
                ["input"] = new JsonObject
                {
                    ["prompt"] = prompt.Text,
                    ["negative_prompt"] = prompt.Negative,
                    ["img_url"] = pictures.First!.DataUri,
                },
                ["parameters"] = parameters,
            },
            prompt.Warnings
        );
    }

    private static bool HasSound(string model) =>
        model.StartsWith("wan2.5", StringComparison.Ordinal) || model.StartsWith("wan2.6", StringComparison.Ordinal);
}
