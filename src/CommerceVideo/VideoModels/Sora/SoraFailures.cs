using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Sora;

/// <summary>OpenAI's errors (<c>{"error":{message,type,param,code}}</c>, openai-openapi 2026-08-21) as failures; pure.</summary>
internal static class SoraFailures
{
    private static readonly string[] RefusalWords = ["moderation", "policy", "safety", "sentinel", "face"];

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        Kind(answer) is { } kind ? (kind, Reason(kind, answer)) : null;

    /// <summary>Why a video ended <c>failed</c>.</summary>
    public static FailureKind OfVideo(SoraError? error) =>
        error switch
        {
            null => FailureKind.Unknown,
            _ when IsRefusal(error.Code) => FailureKind.ContentRefused,
            { Code: "server_error" or "internal_error" } => FailureKind.ProviderDown,
            { Code: "rate_limit_exceeded" } => FailureKind.RateLimited,
            { Code: "insufficient_quota" or "billing_hard_limit_reached" } => FailureKind.OutOfCredit,
            _ => FailureKind.Unknown,
        };

    /// <summary>The API or the model is no longer there, as far as an answer can say so.</summary>
    public static bool SaysGone(ProviderAnswer answer) =>
        answer is ProviderAnswer.Answered { Status: 400 or 403 or 404 or 410 } answered
        && (
            answered.Status == 410
            || answered.Body.Text("error", "code")
                is "model_not_found"
                    or "invalid_model"
                    or "unknown_url"
                    or "endpoint_not_found"
        );

    private static FailureKind? Kind(ProviderAnswer.Answered answer)
    {
        var code = answer.Body.Text("error", "code") ?? answer.Body.Text("error", "type") ?? "";
        return answer.Status switch
        {
            _ when SaysGone(answer) => FailureKind.Retired,
            // What remains of a removed endpoint: nobody has seen what it answers (reference 5.1).
            403 or 404 => FailureKind.Retired,
            401 => FailureKind.AuthRejected,
            400 or 402 or 429 when code is "insufficient_quota" or "billing_hard_limit_reached" =>
                FailureKind.OutOfCredit,
            429 => FailureKind.RateLimited,
            400 when IsRefusal(code) || IsRefusal(answer.Body.Text("error", "message")) => FailureKind.ContentRefused,
            400 when answer.Body.Text("error", "param") == "input_reference" => FailureKind.BadAsset,
            413 => FailureKind.BadAsset,
            400 or 422 => FailureKind.InvalidInput,
            // 5xx does not say whether the video was made.
            _ => null,
        };
    }

    private static bool IsRefusal(string? text) =>
        text is not null && RefusalWords.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Reason(FailureKind kind, ProviderAnswer.Answered answer) =>
        kind switch
        {
            FailureKind.Retired => "OpenAI no longer offers Sora.",
            FailureKind.AuthRejected => "OpenAI does not accept the key. Check it in the settings.",
            FailureKind.OutOfCredit => "The OpenAI account is out of credit.",
            FailureKind.RateLimited => "OpenAI is asked too often.",
            FailureKind.ContentRefused => "OpenAI's content rules refuse this picture or wish.",
            FailureKind.BadAsset => $"OpenAI does not take the picture: {Why(answer)}",
            _ => $"OpenAI does not take the request: {Why(answer)}",
        };

    private static string Why(ProviderAnswer.Answered answer) =>
        answer.Body.Text("error", "message") ?? "no reason given";
}
