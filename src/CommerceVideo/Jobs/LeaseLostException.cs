namespace CommerceVideo.Jobs;

/// <summary>This run stood still for so long that another took over; nothing of it may be saved.</summary>
public sealed class LeaseLostException(string kind, string key)
    : Exception($"The lease on {kind} {key} was taken over by another run.");
