using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Inputs;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>Wan 2.1 from a picture (types of fal's client 1.10.1); its length is a number of frames.</summary>
internal sealed class FalWan21 : IFalApp
{
    /// <summary>The pace it was trained at; more makes everything hurry.</summary>
    private const int FramesPerSecond = 16;

    /// <summary>Of Wan 2.1 on its maker's own API; fal names none.</summary>
    private const int MostCharacters = 800;

    public string Endpoint => "fal-ai/wan-i2v";

    public FalInput Input(GenerationRequest request, PreparedFrames frames)
    {
        var prompt = FalDialect.Wan(request.Shot, request.Words, MostCharacters);
        return new FalInput(
            new JsonObject
            {
                ["image_url"] = frames.First.DataUri,
                ["prompt"] = prompt.Text,
                // Left out it would be a list that speaks against bright colours and things that stand still.
                ["negative_prompt"] = prompt.Negative,
                ["num_frames"] = (request.Order.Seconds * FramesPerSecond) + 1,
                ["frames_per_second"] = FramesPerSecond,
                ["resolution"] = request.Order.Size.Name,
                ["aspect_ratio"] = request.Order.Ratio.ToString(),
                ["enable_prompt_expansion"] = false,
                ["enable_safety_checker"] = true,
            },
            prompt.Warnings
        );
    }
}
