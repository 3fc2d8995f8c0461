using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Vertex;

/// <summary>A long-running prediction of Veo as Vertex tells it (cloud.google.com veo-video-generation, 2026-11-22); pure.</summary>
/// <param name="Code">Of its error, in gRPC's numbers; null without one.</param>
/// <param name="Filtered">Videos that were made and withheld.</param>
/// <param name="HasVideo">The bytes of one stand in the answer.</param>
internal sealed record VertexOperation(bool Done, int? Code, string Message, bool Filtered, bool HasVideo)
{
    /// <summary>The member that carries a file, in requests and in answers.</summary>
    public const string Bytes = "bytesBase64Encoded";

    private const string Operations = "/operations/";

    public static JsonObject Create(ModelOrder order, CompiledPrompt prompt, RequestPictures pictures)
    {
        var instance = new JsonObject { ["prompt"] = prompt.Text };
        if (pictures.First is { } first)
        {
            instance["image"] = Image(first);
            if (pictures.Last is { } last)
            {
                instance["lastFrame"] = Image(last);
            }
        }
        else
        {
            // Beside a first frame they would be refused; 3.1 takes assets, no styles.
            instance["referenceImages"] = new JsonArray([
                .. pictures.References.Select(static one => new JsonObject
                {
                    ["image"] = Image(one),
                    ["referenceType"] = "asset",
                }),
            ]);
        }

        return new JsonObject
        {
            ["instances"] = new JsonArray(instance),
            ["parameters"] = new JsonObject
            {
                ["aspectRatio"] = order.Ratio.ToString(),
                ["durationSeconds"] = order.Seconds,
                ["resolution"] = order.Size.Name,
                ["negativePrompt"] = prompt.Negative,
                ["personGeneration"] = "allow_adult",
                // Its default is true, which costs twice as much.
                ["generateAudio"] = false,
                ["sampleCount"] = 1,
            },
        };
    }

    /// <returns>Null when the answer is no operation.</returns>
    public static VertexOperation? Read(JsonElement body)
    {
        if (body.Text("name") is null)
        {
            return null;
        }

        var error = body.At("error");
        return new VertexOperation(
            body.At("done").ValueKind == JsonValueKind.True,
            (int?)error.Number("code"),
            error.Text("message") ?? "",
            body.Number("response", "raiMediaFilteredCount") > 0,
            body.Items("response", "videos").Any(static video => video.Text(Bytes) is not null)
        );
    }

    /// <summary>Where an operation is asked for: at the model that its name begins with.</summary>
    public static string AskPath(string operation) =>
        $"v1/{operation[..operation.LastIndexOf(Operations, StringComparison.Ordinal)]}:fetchPredictOperation";

    public static bool IsName(string? name) => name?.LastIndexOf(Operations, StringComparison.Ordinal) > 0;

    private static JsonObject Image(PreparedPicture picture) =>
        new() { [Bytes] = picture.Base64, ["mimeType"] = "image/jpeg" };
}
