using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceVideo.VideoModels.Calls;
using CommerceVideo.VideoModels.Inputs;
using CommerceVideo.VideoModels.Prompts;

namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>One of MiniMax's two protocols: paths, bodies and words; pure. Both name a task in <c>task_id</c>.</summary>
internal interface IMiniMaxProtocol
{
    /// <summary>Below the base address.</summary>
    string CreatePath { get; }

    PictureNeeds Needs { get; }

    CompiledPrompt Compile(GenerationRequest request);

    JsonObject Create(GenerationRequest request, string prompt, RequestPictures pictures);

    string QueryPath(string ticket);

    /// <returns>Null when the answer holds no task.</returns>
    MiniMaxTask? Task(JsonElement queried);

    /// <returns>Null when the answer is no definite refusal.</returns>
    (FailureKind Kind, string Reason)? Refusal(ProviderAnswer.Answered answer);
}
