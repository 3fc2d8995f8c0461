namespace CommerceVideo.Jobs;

/// <summary>A work row that this run holds.</summary>
internal sealed record ClaimedWork(long Id, string Kind, string Key, Guid Shop, int Attempt, Guid Lease);
