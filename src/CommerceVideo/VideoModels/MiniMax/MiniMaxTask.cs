namespace CommerceVideo.VideoModels.MiniMax;

/// <summary>A task as either protocol reports it.</summary>
/// <param name="State">In v2's words; an unknown word is kept as it came.</param>
/// <param name="Code">Why it failed, by MiniMax's own number.</param>
/// <param name="Video">v2 tells it at once.</param>
/// <param name="File">v1 tells a file whose address is asked for.</param>
/// <param name="Seconds">What was made, and so what is billed; null where it is not told.</param>
internal sealed record MiniMaxTask(
    string State,
    string Code,
    string Message,
    Uri? Video = null,
    string? File = null,
    int? Seconds = null
)
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";
}
