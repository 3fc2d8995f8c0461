using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>
/// The protocol of the Hailuo 2 models (platform.minimax.io video-generation-i2v, read 2026-11-22): HTTP 200 even for a no.
/// </summary>
internal sealed class MiniMaxV1Protocol : IMiniMaxProtocol
{
    public string CreatePath => "v1/video_generation";

    // More than 300 pixels, and below 20 MB with what base64 adds.
    public PictureNeeds Needs { get; } = new(MostBytes: 14 * 1024 * 1024, ShortestSide: 320);

    public CompiledPrompt Compile(GenerationRequest request) => MiniMaxDialect.WithTokens(request.Shot, request.Words);

    public JsonObject Create(GenerationRequest request, string prompt, RequestPictures pictures)
    {
        var body = new JsonObject
        {
            ["model"] = request.Model.WireName,
            ["first_frame_image"] = pictures.First!.DataUri,
            ["prompt"] = prompt,
            ["duration"] = request.Order.Seconds,
            ["resolution"] = request.Order.Size.Name,
            // Its default rewrites the prompt.
            ["prompt_optimizer"] = false,
        };
        if (pictures.Last is { } last)
        {
            body["last_frame_image"] = last.DataUri;
        }

        if (request.Callback is { } callback)
        {
            body["callback_url"] = callback.AbsoluteUri;
        }

        return body;
    }

    public string QueryPath(string ticket) => $"v1/query/video_generation?task_id={Uri.EscapeDataString(ticket)}";

    public static string FilePath(string file) => $"v1/files/retrieve?file_id={Uri.EscapeDataString(file)}";

    public MiniMaxTask? Task(JsonElement queried)
    {
        var code = queried.Text("base_resp", "status_code") ?? "";
        var message = queried.Text("base_resp", "status_msg") ?? "";
        if (MiniMaxFailures.EndsATask(code))
        {
            return new MiniMaxTask(MiniMaxTask.Failed, code, message);
        }

        var state = queried.Text("status") switch
        {
            "Preparing" or "Queueing" => MiniMaxTask.Queued,
            "Processing" => MiniMaxTask.Running,
            "Success" => MiniMaxTask.Succeeded,
            "Fail" => MiniMaxTask.Failed,
            var unknown => unknown,
        };
        return string.IsNullOrEmpty(state) || (code != MiniMaxFailures.None && state != MiniMaxTask.Failed)
            ? null
            : new MiniMaxTask(state, code, message, File: queried.Text("file_id"));
    }

    public (FailureKind Kind, string Reason)? Refusal(ProviderAnswer.Answered answer) =>
        answer.Body.Text("base_resp", "status_code") is { } code && code != MiniMaxFailures.None
            ? MiniMaxFailures.Of(code, answer.Body.Text("base_resp", "status_msg") ?? "")
            : MiniMaxFailures.OfHttp(answer.Status);
}
