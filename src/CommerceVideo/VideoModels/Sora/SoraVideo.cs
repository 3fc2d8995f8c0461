using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>A video as the API reported it; pure.</summary>
/// <param name="Status">An unknown word is kept as it came.</param>
internal sealed record SoraVideo(string Id, string Status, SoraMark Mark, DateTimeOffset CreatedAt, SoraError? Error)
{
    public const string Queued = "queued";
    public const string Completed = "completed";
    public const string Failed = "failed";

    /// <returns>Null when the answer holds no video.</returns>
    public static SoraVideo? In(JsonElement body) =>
        body.Text("id") is { } id && body.Text("status") is { } status
            ? new SoraVideo(
                id,
                status,
                new SoraMark(
                    body.Text("model") ?? "",
                    body.Text("prompt") ?? "",
                    body.Text("seconds") ?? "",
                    body.Text("size") ?? ""
                ),
                DateTimeOffset.FromUnixTimeSeconds((long)Math.Clamp(body.Number("created_at") ?? 0, 0, 253402300799)),
                body.At("error").ValueKind == JsonValueKind.Object
                    ? new SoraError(
                        body.Text("error", "code") ?? "",
                        body.Text("error", "message") ?? "no reason given"
                    )
                    : null
            )
            : null;
}

/// <summary>What tells one video of an account from another, beside its id.</summary>
internal readonly record struct SoraMark(string Model, string Prompt, string Seconds, string Size)
{
    public static SoraMark Of(GenerationRequest request) =>
        new(
            request.Model.WireName,
            SoraDialect.Compile(request.Shot, request.Words).Text,
            SoraRequests.Seconds(request),
            SoraFrames.Of(request.Order).ToString()
        );

    /// <summary>A list may name the dated snapshot of the model, e.g. <c>sora-2-2025-12-08</c>.</summary>
    public bool Fits(SoraMark listed) =>
        listed with { Model = Model } == this
        && (listed.Model == Model || listed.Model.StartsWith($"{Model}-20", StringComparison.Ordinal));
}

internal sealed record SoraError(string Code, string Message);
