using System.Globalization;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>Wan 2.7 from a first and, where wanted, a last frame (types of fal's client 1.10.1); it always makes sound.</summary>
internal sealed class FalWan27 : IFalApp
{
    private const int MostCharacters = 5000;

    public string Endpoint => "fal-ai/wan/v2.7/image-to-video";

    public FalInput Input(GenerationRequest request, PreparedFrames frames)
    {
        var prompt = FalDialect.Wan(request.Shot, request.Words, MostCharacters);
        var body = new JsonObject
        {
            ["image_url"] = frames.First.DataUri,
            ["prompt"] = prompt.Text,
            ["negative_prompt"] = prompt.Negative,
            ["resolution"] = request.Order.Size.Name,
            ["duration"] = request.Order.Seconds.ToString(CultureInfo.InvariantCulture),
            // On by default: it would write another prompt than ours.
            ["enable_prompt_expansion"] = false,
            ["enable_safety_checker"] = true,
        };
        if (frames.Last is { } last)
        {
            body["end_image_url"] = last.DataUri;
        }

        return new FalInput(body, prompt.Warnings);
    }
}
