namespace CommerceVideo.VideoModels.Luma;

/// <summary>A generation as either API reports it.</summary>
/// <param name="State">An unknown word is kept as it came.</param>
/// <param name="Failure">Why it failed; null for one that did not.</param>
internal sealed record LumaGeneration(string Id, string State, (FailureKind Kind, string Reason)? Failure, Uri? Video)
{
    public const string Queued = "queued";
    public const string Completed = "completed";
    public const string Failed = "failed";
}
