namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>MiniMax's numbers (platform.minimax.io errorcode, 2026-11-22), the same on both protocols, as failures; pure.</summary>
internal static class MiniMaxFailures
{
    public const string None = "0";

    private static readonly string[] GoneWords =
    [
        "no longer",
        "not supported",
        "deprecated",
        "does not exist",
        "offline",
    ];

    /// <returns>Null for its own trouble (1000, 1001, 1024, 1033), which does not say whether the task was made.</returns>
    public static (FailureKind Kind, string Reason)? Of(string code, string message) =>
        Kind(code, message) is { } kind ? (kind, Reason(kind, message)) : null;

    /// <summary>How a task that failed did so.</summary>
    public static FailureKind OfTask(MiniMaxTask task) =>
        task.State == MiniMaxTask.Expired ? FailureKind.TimedOut : Kind(task.Code, task.Message) ?? FailureKind.Unknown;

    /// <summary>A v1 query tells these in place of a status.</summary>
    public static bool EndsATask(string code) => code is "1026" or "1027";

    /// <summary>For a refusal without a number.</summary>
    public static (FailureKind Kind, string Reason)? OfHttp(int status) =>
        status switch
        {
            400 => Told(FailureKind.InvalidInput),
            401 or 403 => Told(FailureKind.AuthRejected),
            402 => Told(FailureKind.OutOfCredit),
            404 => Told(FailureKind.Retired),
            422 => Told(FailureKind.ContentRefused),
            429 => Told(FailureKind.RateLimited),
            _ => null,
        };

    private static (FailureKind, string)? Told(FailureKind kind) => (kind, Reason(kind, "no reason given"));

    private static FailureKind? Kind(string code, string message) =>
        code switch
        {
            "1002" or "1039" or "2045" => FailureKind.RateLimited,
            "1004" or "2049" => FailureKind.AuthRejected,
            "1008" or "2056" => FailureKind.OutOfCredit,
            "1026" or "1027" => FailureKind.ContentRefused,
            "1041" => FailureKind.Busy,
            "2013" => OfParameters(message),
            _ => null,
        };

    /// <summary>Whatever is wrong with a request has one number: only its words tell what.</summary>
    private static FailureKind OfParameters(string message)
    {
        var about = (string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
        return about("model") && GoneWords.Any(about) ? FailureKind.Retired
            : about("image") ? FailureKind.BadAsset
            : FailureKind.InvalidInput;
    }

    private static string Reason(FailureKind kind, string message) =>
        kind switch
        {
            FailureKind.AuthRejected => "MiniMax does not accept the key. Check it, and that it is one of this region.",
            FailureKind.OutOfCredit =>
                "The MiniMax account is out of credit. Top it up, or wait for its plan to renew.",
            FailureKind.ContentRefused => "MiniMax's content rules refuse this picture or wish.",
            FailureKind.RateLimited => "MiniMax is asked too often.",
            FailureKind.Busy => "MiniMax is rendering as many clips as this account may have at a time.",
            FailureKind.Retired => "MiniMax no longer offers this model.",
            FailureKind.BadAsset => $"MiniMax does not take the picture: {message}",
            _ => $"MiniMax does not take the request: {message}",
        };
}
