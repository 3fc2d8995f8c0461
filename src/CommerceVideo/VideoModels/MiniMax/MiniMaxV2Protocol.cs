using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>The protocol of H3 (platform.minimax.io video-generation-v2-create, -query, -list, -delete, read 2026-11-22).</summary>
internal sealed class MiniMaxV2Protocol : IMiniMaxProtocol
{
    public string CreatePath => "v2/video_generation";

    // Below 30 MB with what base64 adds.
    public PictureNeeds Needs { get; } = new(MostBytes: 20 * 1024 * 1024, ShortestSide: 300);

    public CompiledPrompt Compile(GenerationRequest request) =>
        MiniMaxDialect.Prose(request.Shot, request.Words, request.References);

    public JsonObject Create(GenerationRequest request, string prompt, RequestPictures pictures)
    {
        var body = new JsonObject
        {
            ["model"] = request.Model.WireName,
            ["content"] = new JsonArray([
                new JsonObject { ["type"] = "text", ["text"] = prompt },
                .. Pictures(pictures),
            ]),
            ["resolution"] = request.Order.Size.Name,
            ["duration"] = request.Order.Seconds,
            // Made from references it still takes its shape from a picture: the product's is prepared in it.
            ["ratio"] = "adaptive",
        };
        if (request.Callback is { } callback)
        {
            body["callback_url"] = callback.AbsoluteUri;
        }

        return body;
    }

    public string QueryPath(string ticket) => $"v2/query/video_generation/{Uri.EscapeDataString(ticket)}";

    /// <summary>The newest tasks of a model, of the last week.</summary>
    public static string ListPath(string model) =>
        $"v2/query/video_generation?page_num=1&page_size=100&filter.model={Uri.EscapeDataString(model)}";

    /// <summary>Cancels what is queued; the same call deletes what is over.</summary>
    public static string DeletePath(string ticket) => $"v2/video_generation/{Uri.EscapeDataString(ticket)}";

    public MiniMaxTask? Task(JsonElement queried)
    {
        var task = queried.At("task");
        return task.Text("status") is not { } state
            ? null
            : new MiniMaxTask(
                state,
                task.Text("error", "code") ?? "",
                task.Text("error", "message") ?? "",
                Video: task.Address("content", "url"),
                Seconds: (int?)task.Number("usage", "output_seconds")
            );
    }

    public (FailureKind Kind, string Reason)? Refusal(ProviderAnswer.Answered answer)
    {
        var message = answer.Body.Text("error", "message") ?? "";
        return answer.Status is not (>= 400 and < 500) ? null
            : Number(message) is { } number ? MiniMaxFailures.Of(number, message)
            : MiniMaxFailures.OfHttp(answer.Status);
    }

    // Frames and references are never in one request: it would be refused.
    private static IEnumerable<JsonNode> Pictures(RequestPictures pictures) =>
        pictures.First is not { } first ? pictures.References.Select(static one => Frame(one, "reference_image"))
        : pictures.Last is { } last ? [Frame(first, "first_frame"), Frame(last, "last_frame")]
        : [Frame(first, "first_frame")];

    private static JsonObject Frame(PreparedPicture picture, string role) =>
        new()
        {
            ["type"] = "image_url",
            ["image_url"] = new JsonObject { ["url"] = picture.DataUri },
            ["role"] = role,
        };

    /// <summary>v1's number stands in brackets at the end of the words.</summary>
    private static string? Number(string message) =>
        message.TrimEnd() is [.., '(', var a, var b, var c, var d, ')'] && $"{a}{b}{c}{d}".All(char.IsAsciiDigit)
            ? $"{a}{b}{c}{d}"
            : null;
}
