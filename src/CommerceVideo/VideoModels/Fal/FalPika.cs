using System.Globalization;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>Pika 2.2 from a picture, which gives the Clip its shape (types of fal's client 1.10.1).</summary>
internal sealed class FalPika : IFalApp
{
    public string Endpoint => "fal-ai/pika/v2.2/image-to-video";

    public FalInput Input(GenerationRequest request, PreparedFrames frames)
    {
        var prompt = FalDialect.Pika(request.Shot, request.Words);
        return new FalInput(
            new JsonObject
            {
                ["image_url"] = frames.First.DataUri,
                ["prompt"] = prompt.Text,
                ["negative_prompt"] = prompt.Negative,
                ["resolution"] = request.Order.Size.Name,
                // A string in the vendor's types.
                ["duration"] = request.Order.Seconds.ToString(CultureInfo.InvariantCulture),
            },
            prompt.Warnings
        );
    }
}
