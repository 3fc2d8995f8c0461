using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Wan;

/// <summary>Model Studio's error codes (its error-code page, 2026-10) as failures; pure. Tasks fail with the same words.</summary>
internal static class WanFailures
{
    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Status is >= 400 and < 500 && answer.Body.Text("code") is { } code
            ? Of(code, answer.Body.Text("message") ?? "")
            : null;

    public static (FailureKind Kind, string Reason) Of(string code, string message)
    {
        var kind = Kind(code, message);
        return (kind, Reason(kind, message.Length > 0 ? message : code));
    }

    private static FailureKind Kind(string code, string message) =>
        code switch
        {
            "DataInspectionFailed" or "InvalidParameter.DataInspection" => FailureKind.ContentRefused,
            "InvalidApiKey" => FailureKind.AuthRejected,
            // A missing header is our mistake and no matter of rights.
            "AccessDenied" when Says(message, "synchronous") => FailureKind.InvalidInput,
            "Arrearage" or "CommodityNotPurchased" or "PrepaidBillOverdue" or "PostpaidBillOverdue" =>
                FailureKind.OutOfCredit,
            "ModelNotFound" => FailureKind.Retired,
            "ServiceOverloaded" or "ResourceExhausted" => FailureKind.Busy,
            "InvalidURL" => FailureKind.BadAsset,
            _ when IsOf(code, "AccessDenied") || IsOf(code, "Model.AccessDenied") => FailureKind.AuthRejected,
            _ when IsOf(code, "AllocationQuota") => FailureKind.OutOfCredit,
            _ when IsOf(code, "Throttling") => FailureKind.RateLimited,
            _ when IsOf(code, "InternalError") => FailureKind.ProviderDown,
            _ when IsOf(code, "InvalidParameter") => Says(message, "image") || Says(message, "url error")
                ? FailureKind.BadAsset
                : FailureKind.InvalidInput,
            _ when Says(message, "model not exist") => FailureKind.Retired,
            _ => FailureKind.Unknown,
        };

    private static string Reason(FailureKind kind, string said) =>
        kind switch
        {
            FailureKind.ContentRefused => "Alibaba's content rules refuse this picture, this wish or what came of it.",
            FailureKind.AuthRejected =>
                "Alibaba does not accept the key for this model. Check it, and that key and address are of one region.",
            FailureKind.OutOfCredit => "The Alibaba account cannot pay. Settle what is open, or buy the model.",
            FailureKind.RateLimited => "Alibaba is asked too often.",
            FailureKind.Busy => "Alibaba has no room for this model at present.",
            FailureKind.Retired => "Alibaba does not offer this model at this address.",
            FailureKind.ProviderDown => $"Alibaba had trouble of its own: {said}",
            FailureKind.BadAsset => $"Wan cannot use the picture: {said}",
            _ => $"Wan does not take the request: {said}",
        };

    private static bool IsOf(string code, string family) =>
        code == family || code.StartsWith($"{family}.", StringComparison.Ordinal);

    private static bool Says(string message, string words) =>
        message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
