using System.Text.Json;
using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>Kling's service codes (kling.ai/document-api, error codes, 2026-09-20) as failures; pure.</summary>
internal static class KlingFailures
{
    private const string Exists = "1201";

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer) =>
        answer.Body.Text("code") is { } code && Kind(code) is { } kind ? (kind, Reason(kind, answer.Body)) : null;

    /// <summary>A task of our name exists already: this was taken before, and must be looked up.</summary>
    /// <param name="sentBefore">The code alone says so: it would not have been sent twice with anything else wrong.</param>
    public static bool SaysItExists(ProviderAnswer answer, bool sentBefore) =>
        answer is ProviderAnswer.Answered { Body: var body }
        && body.Text("code") == Exists
        && (sentBefore || body.Text("message")?.Contains("exist", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>A task that failed says why in words only.</summary>
    public static FailureKind OfMessage(string message) =>
        RefusalWords.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? FailureKind.ContentRefused
            : FailureKind.Unknown;

    private static readonly string[] RefusalWords = ["risk", "safety", "policy", "sensitive", "violat", "moderation"];

    private static FailureKind? Kind(string code) =>
        code switch
        {
            "1000" or "1001" or "1002" or "1003" or "1004" or "1103" or "1304" => FailureKind.AuthRejected,
            "1100" or "1101" or "1102" => FailureKind.OutOfCredit,
            "1200" or "1201" or "1202" => FailureKind.InvalidInput,
            "1203" => FailureKind.Retired,
            "1300" or "1301" => FailureKind.ContentRefused,
            "1302" => FailureKind.RateLimited,
            "1303" => FailureKind.Busy,
            // 5000 to 5002 do not say whether the task was made.
            _ => null,
        };

    private static string Reason(FailureKind kind, JsonElement body) =>
        kind switch
        {
            FailureKind.AuthRejected => "Kling does not accept the key. Check it in the settings.",
            FailureKind.OutOfCredit => "The Kling account is out of credit. Buy a resource pack or pay what is open.",
            FailureKind.ContentRefused => "Kling's content rules refuse this picture or wish.",
            FailureKind.Busy => "Kling is rendering as many clips of this account as its pack allows.",
            FailureKind.RateLimited => "Kling is asked too often.",
            FailureKind.Retired => "Kling no longer offers this model.",
            _ => $"Kling does not take the request: {body.Text("message") ?? "no reason given"}",
        };
}
