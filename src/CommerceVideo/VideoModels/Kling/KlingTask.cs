using CommerceVideo.Platform;

namespace CommerceVideo.VideoModels.Kling;

/// <summary>A task as either standard reports it.</summary>
/// <param name="State">In the new standard's words; an unknown word is kept as it came.</param>
/// <param name="Message">Why it failed.</param>
/// <param name="Billed">Null until it is known.</param>
internal sealed record KlingTask(string Id, string State, string Message, Uri? Video, Money? Billed)
{
    public const string Submitted = "submitted";
    public const string Succeeded = "succeeded";
    public const string Failed = "failed";

    /// <summary>What one video unit of a resource pack costs (kling.ai pricing, 2026-09-20).</summary>
    public static Money Unit { get; } = new(0.14m, Money.Dollars);
}
