using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>Wan 2.7: frames as a list; its sound cannot be switched off (Model Studio, image-to-video page, 2026-10).</summary>
internal sealed class WanMediaBody : IWanBody
{
    private const int Most = 5000;

    public WanOrder Write(GenerationRequest request, RequestPictures pictures)
    {
        var prompt = WanDialect.Compile(request.Shot, request.Words, Most, negativeField: true);
        return new WanOrder(
            new JsonObject
            {
                ["model"] = request.Model.WireName,
                ["input"] = new JsonObject
                {
                    ["prompt"] = prompt.Text,
                    ["negative_prompt"] = prompt.Negative,
                    ["media"] = Frames(pictures),
                },
                ["parameters"] = new JsonObject
                {
                    ["resolution"] = request.Order.Size.Name,
                    ["duration"] = request.Order.Seconds,
                    // Its default is true: the prompt would be written anew.
                    ["prompt_extend"] = false,
                    ["watermark"] = false,
                },
            },
            prompt.Warnings
        );
    }

    internal static JsonArray Frames(RequestPictures pictures)
    {
        var media = new JsonArray(Picture("first_frame", pictures.First!));
        if (pictures.Last is { } last)
        {
            media.Add((JsonNode)Picture("last_frame", last));
        }

        return media;
    }

    internal static JsonObject Picture(string type, PreparedPicture picture) =>
        new() { ["type"] = type, ["url"] = picture.DataUri };
}
