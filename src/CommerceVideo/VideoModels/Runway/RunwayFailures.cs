using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Runway;

/// <summary>Runway's answers and failure codes (docs.dev.runwayml.com, errors and task failures, 2026-09) as failures; pure.</summary>
internal static class RunwayFailures
{
    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        Kind(answer) is { } kind ? (kind, Reason(kind, answer)) : null;

    /// <summary>Why a task ended <c>FAILED</c>.</summary>
    /// <param name="code">Its <c>failureCode</c>; null and a bare <c>INTERNAL</c> are Runway's own trouble.</param>
    public static FailureKind OfTask(string? code) =>
        code switch
        {
            null or "INTERNAL" or "THIRD_PARTY.UNAVAILABLE" => FailureKind.ProviderDown,
            "ASSET.INVALID" or "INPUT_PREPROCESSING.INTERNAL" => FailureKind.BadAsset,
            _ when Under(code, "SAFETY") || Under(code, "INPUT_PREPROCESSING.SAFETY") => FailureKind.ContentRefused,
            // Mostly text or graphics laid over the picture.
            _ when Under(code, "INTERNAL.BAD_OUTPUT") => FailureKind.BadAsset,
            _ => FailureKind.Unknown,
        };

    private static bool Under(string code, string family) =>
        code == family || code.StartsWith($"{family}.", StringComparison.Ordinal);

    private static FailureKind? Kind(ProviderAnswer.Answered answer) =>
        answer.Status switch
        {
            400 => OfBadRequest(answer),
            401 or 403 => FailureKind.AuthRejected,
            429 => FailureKind.RateLimited,
            // 5xx does not say whether the task was made; any other 4xx is refused without a reason of its own.
            _ => null,
        };

    private static FailureKind OfBadRequest(ProviderAnswer.Answered answer)
    {
        if (Says(answer.Body.Text("error"), "enough credits"))
        {
            return FailureKind.OutOfCredit;
        }

        var issues = answer
            .Body.Items("issues")
            .Select(static issue => (Where: issue.Items("path").FirstOrDefault().Text(), Why: issue.Text("message")))
            .ToArray();
        return issues.Any(static issue => issue.Where == "model" && Says(issue.Why, "available")) ? FailureKind.Retired
            : issues.Any(static issue => issue.Where == "promptImage") ? FailureKind.BadAsset
            : FailureKind.InvalidInput;
    }

    private static bool Says(string? text, string words) =>
        text?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false;

    private static string Reason(FailureKind kind, ProviderAnswer.Answered answer) =>
        kind switch
        {
            FailureKind.AuthRejected => "Runway does not accept the key. Check it in the settings.",
            FailureKind.OutOfCredit =>
                "The Runway account is out of API credits. Credits of the web app are separate: buy some for the API.",
            FailureKind.RateLimited => "Runway's limit of generations in 24 hours is reached.",
            FailureKind.Retired => "Runway no longer offers this model.",
            FailureKind.BadAsset => $"Runway does not take the picture: {Why(answer)}",
            _ => $"Runway does not take the request: {Why(answer)}",
        };

    private static string Why(ProviderAnswer.Answered answer) =>
        answer.Body.Items("issues").Select(static issue => issue.Text("message")).FirstOrDefault()
        ?? answer.Body.Text("error")
        ?? "no reason given";
}
