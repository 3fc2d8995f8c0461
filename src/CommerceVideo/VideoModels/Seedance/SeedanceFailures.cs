using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Seedance;

/// <summary>ModelArk's error codes (its error-code page, 2026-10) as failures; pure. Tasks fail with the same words.</summary>
internal static class SeedanceFailures
{
    private const string Face = "PrivacyInformation";

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Status is >= 400 and < 500 && answer.Body.Text("error", "code") is not null
            ? Of(answer.Body.At("error"))
            : null;

    /// <param name="error">With <c>code</c> and <c>message</c>.</param>
    public static (FailureKind Kind, string Reason) Of(JsonElement error)
    {
        var (code, message) = (error.Text("code") ?? "", error.Text("message") ?? "");
        var kind = Kind(code, message);
        return (kind, Reason(kind, code, message.Length > 0 ? message : code));
    }

    private static FailureKind Kind(string code, string message) =>
        code.Split('.')[0] switch
        {
            "InputImageSensitiveContentDetected"
            or "InputTextSensitiveContentDetected"
            or "InputVideoSensitiveContentDetected"
            or "OutputVideoSensitiveContentDetected"
            or "OutputAudioSensitiveContentDetected" => FailureKind.ContentRefused,
            "AuthenticationError" or "AccessDenied" or "OperationDenied" or "ModelNotOpen" => FailureKind.AuthRejected,
            "AccountOverdueError" or "SetLimitExceeded" => FailureKind.OutOfCredit,
            // Used for a free allowance that is used up and for a queue that is full; only its text tells which.
            "QuotaExceeded" => Says(message, "free") || Says(message, "trial") || Says(message, "balance")
                ? FailureKind.OutOfCredit
                : FailureKind.Busy,
            "RateLimitExceeded" or "RequestBurstTooFast" => FailureKind.RateLimited,
            "InflightBatchsizeExceeded" or "ServerOverloaded" => FailureKind.Busy,
            "InvalidEndpointOrModel" or "ModelNotFound" or "InvalidEndpoint" => FailureKind.Retired,
            "InvalidImageURL" or "InvalidImageDetail" => FailureKind.BadAsset,
            "InvalidParameter" or "MissingParameter" or "InvalidArgumentError" => Says(message, "image")
                ? FailureKind.BadAsset
                : FailureKind.InvalidInput,
            "InternalServiceError" => FailureKind.ProviderDown,
            _ => FailureKind.Unknown,
        };

    private static string Reason(FailureKind kind, string code, string said) =>
        kind switch
        {
            FailureKind.ContentRefused when code.EndsWith(Face, StringComparison.Ordinal) =>
                "Seedance takes no picture in which a real person can be recognised.",
            FailureKind.ContentRefused => "Seedance's content rules refuse this picture, this wish or what came of it.",
            FailureKind.AuthRejected =>
                "BytePlus does not accept the key for this model. Check it, and that the model is activated.",
            FailureKind.OutOfCredit => "The BytePlus account cannot pay, or has reached the limit set for this model.",
            FailureKind.RateLimited => "BytePlus is asked too often.",
            FailureKind.Busy => "BytePlus has as many tasks of this account as it takes at a time.",
            FailureKind.Retired => "BytePlus does not offer this model.",
            FailureKind.ProviderDown => $"BytePlus had trouble of its own: {said}",
            FailureKind.BadAsset => $"Seedance cannot use the picture: {said}",
            _ => $"Seedance does not take the request: {said}",
        };

    private static bool Says(string message, string words) =>
        message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
