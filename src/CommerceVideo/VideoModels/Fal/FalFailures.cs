using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Fal;

/// <summary>fal's error types (fal.ai/docs: model errors and request errors, read 2026-11-22) and statuses as failures; pure.</summary>
internal static class FalFailures
{
    private const string StillRunning = "in progress";

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Status is < 400 or >= 500 ? null
        : Type(answer) is { } type ? Told(Kind(type, answer.Status), answer)
        : Told(Kind(answer), answer);

    /// <summary>What keeps us from reading at all; null where the refusal may pass.</summary>
    public static FailureKind? OfRead(ProviderAnswer.Answered answer) =>
        Of(answer)?.Kind is { } kind and (FailureKind.AuthRejected or FailureKind.OutOfCredit) ? kind : null;

    /// <summary>What the result of a request that is COMPLETED says when it holds no video.</summary>
    /// <param name="saidToFail">Its status came with an error.</param>
    /// <returns>Null when it is not the request that failed but the reading of it, or when it is not over after all.</returns>
    public static (FailureKind Kind, string Reason)? OfResult(ProviderAnswer.Answered result, bool saidToFail)
    {
        if (result.Status < 400 || IsStillRunning(result))
        {
            return null;
        }

        return Type(result) is { } type ? Told(Kind(type, result.Status), result)
            : result.Status is 400 or 422 ? Told(FailureKind.InvalidInput, result)
            : saidToFail && result.Status >= 500 ? Told(FailureKind.ProviderDown, result)
            : null;
    }

    public static FailureKind Kind(string type, int status) =>
        type switch
        {
            "content_policy_violation" or "no_media_generated" => FailureKind.ContentRefused,
            "image_too_small"
            or "image_too_large"
            or "image_load_error"
            or "file_download_error"
            or "file_too_large"
            or "unsupported_image_format"
            or "face_detection_error" => FailureKind.BadAsset,
            "generation_timeout" or "request_timeout" or "startup_timeout" => FailureKind.TimedOut,
            "internal_server_error"
            or "internal_error"
            or "downstream_service_error"
            or "downstream_service_unavailable"
            or "runner_scheduling_failure"
            or "runner_connection_timeout"
            or "runner_disconnected"
            or "runner_connection_refused"
            or "runner_connection_error"
            or "runner_incomplete_response"
            or "runner_server_error" => FailureKind.ProviderDown,
            "client_disconnected" or "client_cancelled" => FailureKind.Unknown,
            // Validation has a type for each rule it can break: missing, value_error, greater_than, literal_error and others.
            _ => status switch
            {
                400 or 422 => FailureKind.InvalidInput,
                >= 500 => FailureKind.ProviderDown,
                _ => FailureKind.Unknown,
            },
        };

    private static FailureKind Kind(ProviderAnswer.Answered answer) =>
        answer.Status switch
        {
            401 => FailureKind.AuthRejected,
            402 => FailureKind.OutOfCredit,
            // A locked account and a key without rights answer alike; only the words tell them apart.
            403 => Words(answer.Body) is { } words && LockWords.Any(word => Has(words, word))
                ? FailureKind.OutOfCredit
                : FailureKind.AuthRejected,
            404 => FailureKind.Retired,
            413 => FailureKind.BadAsset,
            429 => FailureKind.RateLimited,
            400 or 422 => FailureKind.InvalidInput,
            _ => FailureKind.Unknown,
        };

    private static readonly string[] LockWords = ["locked", "balance", "billing"];

    private static bool IsStillRunning(ProviderAnswer.Answered result) =>
        result.Status == 400 && Words(result.Body) is { } words && Has(words, StillRunning);

    private static string? Type(ProviderAnswer.Answered answer) =>
        answer.Body.Items("detail").Select(static one => one.Text("type")).FirstOrDefault()
        ?? answer.Body.Text("error_type")
        ?? (answer.Headers.TryGetValues("X-Fal-Error-Type", out var values) ? values.FirstOrDefault() : null);

    private static string? Words(JsonElement body) =>
        body.Text("detail") ?? body.Items("detail").Select(static one => one.Text("msg")).FirstOrDefault();

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static (FailureKind Kind, string Reason) Told(FailureKind kind, ProviderAnswer.Answered answer) =>
        (
            kind,
            kind switch
            {
                FailureKind.AuthRejected => "fal does not accept the key. Check it in the settings.",
                FailureKind.OutOfCredit => "The fal account is locked: its balance is used up. Top it up at fal.",
                FailureKind.ContentRefused =>
                    "The content rules at fal refuse this picture or wish, or what was made of it.",
                FailureKind.RateLimited => "fal is asked too often.",
                FailureKind.Retired => "fal no longer offers this model.",
                FailureKind.TimedOut => "fal's model did not finish in its time.",
                FailureKind.ProviderDown => $"fal's model is in trouble (HTTP {answer.Status}).",
                FailureKind.Unknown =>
                    $"fal ended the request without a clip: {Words(answer.Body) ?? "no reason given"}",
                _ => $"fal does not take the request: {Words(answer.Body) ?? "no reason given"}",
            }
        );
}
