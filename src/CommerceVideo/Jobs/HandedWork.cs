namespace CommerceVideo.Jobs;

/// <summary>A work row as it was handed to Quartz.</summary>
/// <param name="Attempt">The number that the run of this handing counts as.</param>
internal sealed record HandedWork(long Id, int Attempt);
