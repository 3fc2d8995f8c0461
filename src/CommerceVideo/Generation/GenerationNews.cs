namespace CommerceVideo.Generation;

/// <summary>One Shot of a Brief has its Clip; whether it was the last one is for the listener to see.</summary>
public sealed record ClipCollected(Guid Shop, Guid Brief);
