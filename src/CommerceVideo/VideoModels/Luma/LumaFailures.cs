using CommerceVideo.VideoModels.Calls;

namespace CommerceVideo.VideoModels.Luma;

/// <summary>
/// What Luma's refusals and failures mean (docs.agents.lumalabs.ai, errors, 2026-09; docs.lumalabs.ai, errors): both APIs
/// answer <c>{"detail": "…"}</c>; pure.
/// </summary>
internal static class LumaFailures
{
    private static readonly string[] ModerationWords = ["moderat", "blacklisted", "not allowed", "policy"];

    private static readonly string[] GoneWords = ["no longer", "deprecated", "retired", "not available"];

    /// <returns>Null when the answer is no definite refusal.</returns>
    public static (FailureKind Kind, string Reason)? Of(ProviderAnswer.Answered answer)
    {
        var detail = answer.Body.Text("detail");
        return Kind(answer.Status, detail) is { } kind ? (kind, Reason(kind, detail)) : null;
    }

    /// <summary>Why a generation of the Agents API failed.</summary>
    public static (FailureKind Kind, string Reason) OfCode(string? code, string? reason) =>
        code switch
        {
            "content_moderated" => Told(FailureKind.ContentRefused, reason),
            "budget_exhausted" => Told(FailureKind.OutOfCredit, reason),
            "generation_failed" or "output_not_found" => Told(FailureKind.Unknown, reason),
            _ => OfReason(reason),
        };

    /// <summary>Why a generation of the Dream Machine failed: it says so in words only.</summary>
    public static (FailureKind Kind, string Reason) OfReason(string? reason) =>
        reason switch
        {
            null => Told(FailureKind.Unknown, reason),
            _ when Has(reason, ModerationWords) => Told(FailureKind.ContentRefused, reason),
            _ when Has(reason, "read user input frames") => Told(FailureKind.BadAsset, reason),
            _ => Told(FailureKind.Unknown, reason),
        };

    private static FailureKind? Kind(int status, string? detail) =>
        status switch
        {
            401 or 403 => FailureKind.AuthRejected,
            402 => FailureKind.OutOfCredit,
            413 => FailureKind.BadAsset,
            // With a sentence it is the picture; with a list it is a member of the body.
            422 => detail is null ? FailureKind.InvalidInput : FailureKind.BadAsset,
            429 => Has(detail, "concurrent") ? FailureKind.Busy : FailureKind.RateLimited,
            >= 400 and < 500 when Has(detail, "insufficient credits") => FailureKind.OutOfCredit,
            >= 400 and < 500 when Has(detail, ModerationWords) => FailureKind.ContentRefused,
            >= 400 and < 500 when Has(detail, "model") && Has(detail, GoneWords) => FailureKind.Retired,
            >= 400 and < 500 => FailureKind.InvalidInput,
            _ => null,
        };

    private static bool Has(string? text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static (FailureKind Kind, string Reason) Told(FailureKind kind, string? reason) =>
        (
            kind,
            kind is FailureKind.Unknown
                ? $"Luma could not make it: {reason ?? "no reason given"}"
                : Reason(kind, reason)
        );

    private static string Reason(FailureKind kind, string? detail) =>
        kind switch
        {
            FailureKind.AuthRejected =>
                "Luma does not accept the key, or has suspended its account. Check the settings.",
            FailureKind.OutOfCredit => "The Luma account is out of credit.",
            FailureKind.ContentRefused => "Luma's content rules refuse this picture or wish.",
            FailureKind.BadAsset => $"Luma cannot use the picture: {detail ?? "no reason given"}",
            FailureKind.Busy => "Luma is making as many clips of this account as it may at a time.",
            FailureKind.RateLimited => "Luma is asked too often.",
            FailureKind.Retired => "Luma no longer offers this model.",
            _ => $"Luma does not take the request: {detail ?? "no reason given"}",
        };
}
