using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Google;

/// <summary>
/// What Google says no with as failures: the words of interactions, the statuses of its older APIs (ai.google.dev
/// troubleshooting and cloud.google.com error pages, 2026-11-22), and how an interaction ended; pure.
/// </summary>
internal static class GoogleFailures
{
    /// <returns>Null when the answer is no definite refusal: a 5xx does not say whether it was taken.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Status is >= 400 and < 500 ? Described(Kind(answer), Message(answer)) : null;

    /// <summary>The request is not (any longer) known; every other refusal of a read says nothing of it.</summary>
    public static bool SaysItIsGone(ProviderAnswer.Answered answer) =>
        answer.Status is 400 or 404
        && Message(answer).Contains("Invalid interaction name", StringComparison.OrdinalIgnoreCase);

    /// <summary>How an interaction that is over without a video failed.</summary>
    public static FailureKind OfEnd(GoogleInteraction interaction) =>
        interaction switch
        {
            { Status: GoogleInteraction.Completed, VideoTokens: > 0 } => FailureKind.Unknown,
            { Status: GoogleInteraction.Completed } => FailureKind.ContentRefused,
            { Status: GoogleInteraction.OverBudget } => FailureKind.OutOfCredit,
            _ => interaction.Errors.Select(Named).FirstOrDefault(static kind => kind is not null)
                ?? FailureKind.Unknown,
        };

    public static string Reason(GoogleInteraction interaction) =>
        interaction switch
        {
            { Status: GoogleInteraction.Completed, VideoTokens: > 0 } =>
                "Google made and billed a video, and does not say where it is.",
            { Status: GoogleInteraction.Completed, HasWords: true } => "Google answered in words and made no video.",
            { Status: GoogleInteraction.Completed } =>
                "Google made no video: its content rules refuse this picture or wish.",
            { Status: GoogleInteraction.Cancelled } => "It was cancelled at Google.",
            { Errors: [var code, ..] } => $"Google could not make it ({code}).",
            _ => $"Google could not make it ({interaction.Status}).",
        };

    private static FailureKind Kind(ProviderAnswer.Answered answer)
    {
        var error = answer.Body.At("error");
        var reasons = error.Items("details").Select(static one => one.Text("reason") ?? "").ToArray();
        var message = Message(answer);
        return Named(error.Text("code") ?? "") switch
        {
            FailureKind.RateLimited when SpeaksOf(message, "credit", "prepay", "billing account") =>
                FailureKind.OutOfCredit,
            { } named => named,
            null when reasons.Any(static one => one.StartsWith("API_KEY", StringComparison.Ordinal)) =>
                FailureKind.AuthRejected,
            null when reasons.Contains("BILLING_DISABLED") || answer.Status == 402 => FailureKind.OutOfCredit,
            null => OfStatus(answer.Status, error.Text("status"), message),
        };
    }

    private static FailureKind OfStatus(int http, string? status, string message) =>
        http switch
        {
            401 or 403 => FailureKind.AuthRejected,
            404 => FailureKind.Retired,
            429 => SpeaksOf(message, "credit", "prepay") ? FailureKind.OutOfCredit : FailureKind.RateLimited,
            400 when status == "FAILED_PRECONDITION" => FailureKind.AuthRejected,
            400 => OfBadRequest(message),
            _ => FailureKind.Unknown,
        };

    /// <summary>A bad request names its cause in prose only.</summary>
    public static FailureKind OfBadRequest(string message) =>
        SpeaksOf(message, "usage guidelines", "safety", "policies", "responsible ai", "support codes")
            ? FailureKind.ContentRefused
        : SpeaksOf(message, "input image", "process the image") ? FailureKind.BadAsset
        : FailureKind.InvalidInput;

    private static FailureKind? Named(string code) =>
        code switch
        {
            "payment_required" => FailureKind.OutOfCredit,
            "quota_exceeded" or "rate_limit_exceeded" => FailureKind.RateLimited,
            "image_safety" or "content_blocked" or "prohibited_content" or "safety" => FailureKind.ContentRefused,
            "permission_denied" or "unauthenticated" or "authentication_error" => FailureKind.AuthRejected,
            "not_found" => FailureKind.Retired,
            _ => null,
        };

    private static (FailureKind, string) Described(FailureKind kind, string message) =>
        (
            kind,
            kind switch
            {
                FailureKind.AuthRejected =>
                    "Google does not accept the key here. Check it, its project and its billing.",
                FailureKind.OutOfCredit =>
                    "The Google account is out of credit or has no billing. Open its billing page.",
                FailureKind.ContentRefused => "Google's content rules refuse this picture or wish.",
                FailureKind.RateLimited => "Google is asked more often than this account's quota allows.",
                FailureKind.Retired => "Google no longer offers this model, or not to this account.",
                FailureKind.BadAsset => "Google cannot read the picture.",
                _ => $"Google does not take the request: {message}",
            }
        );

    private static string Message(ProviderAnswer.Answered answer) =>
        answer.Body.Text("error", "message") ?? "no reason given";

    private static bool SpeaksOf(string message, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (message.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
