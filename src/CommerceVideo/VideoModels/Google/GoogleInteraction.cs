using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Register;

namespace CommerceVideo.VideoModels.Google;

/// <summary>An interaction as the Gemini API tells it (ai.google.dev interactions, @google/genai 2.32.0, 2026-11-22); pure.</summary>
/// <param name="Status">An unknown word is kept as it came, and is none that ends.</param>
/// <param name="HasWords">It answered in text.</param>
/// <param name="Errors">Codes of what went wrong.</param>
/// <param name="VideoTokens">What is billed; null until it is over.</param>
internal sealed record GoogleInteraction(
    string Status,
    Uri? Video,
    bool HasWords,
    IReadOnlyList<string> Errors,
    long? VideoTokens
)
{
    public const string Queued = "queued";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string OverBudget = "budget_exceeded";

    public bool IsOver => Status is Completed or Cancelled or OverBudget or "failed" or "incomplete";

    /// <summary>The body that buys a video; without <c>background</c> its answer would come only with the video.</summary>
    public static JsonObject Create(ModelOrder order, string prompt, RequestPictures pictures)
    {
        var shown = new[] { pictures.First, pictures.Last }.OfType<PreparedPicture>().Concat(pictures.References);
        var input = new JsonArray([
            new JsonObject { ["type"] = "text", ["text"] = prompt },
            .. shown.Select(static picture => Image(picture)),
        ]);
        return new JsonObject
        {
            ["model"] = order.Model.WireName,
            ["input"] = input,
            ["response_format"] = new JsonObject
            {
                ["type"] = "video",
                ["delivery"] = "uri",
                ["aspect_ratio"] = order.Ratio.ToString(),
                ["resolution"] = order.Size.Name,
                // As a number it is refused.
                ["duration"] = $"{order.Seconds}s",
            },
            ["background"] = true,
            ["store"] = true,
        };
    }

    /// <returns>Null when the answer is no interaction.</returns>
    public static GoogleInteraction? Read(JsonElement body)
    {
        if (body.Text("status") is not { } status)
        {
            return null;
        }

        var content = body.Items("steps").SelectMany(static step => step.Items("content")).ToArray();
        var read = new GoogleInteraction(
            status,
            content
                .Where(static part => part.Text("type") == "video")
                .Select(static part => part.Address("uri"))
                .FirstOrDefault(),
            content.Any(static part => part.Text("type") == "text" && part.Text("text") is { Length: > 0 }),
            [.. body.Items("errors").Select(static error => error.Text("code") ?? "")],
            null
        );
        return read.IsOver ? read with { VideoTokens = Tokens(body) } : read;
    }

    /// <summary>None where usage is told and no video is in it; null where no usage is told.</summary>
    private static long? Tokens(JsonElement body) =>
        body.At("usage").ValueKind != JsonValueKind.Object
            ? null
            : (long)
                body.Items("usage", "output_tokens_by_modality")
                    .Where(static one => one.Text("modality") == "video")
                    .Sum(static one => one.Number("tokens") ?? 0);

    private static JsonObject Image(PreparedPicture picture) =>
        new()
        {
            ["type"] = "image",
            ["data"] = picture.Base64,
            ["mime_type"] = "image/jpeg",
        };
}
