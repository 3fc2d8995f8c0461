namespace CommerceVideo.Briefs;

/// <summary>A Brief waits for its Shots to be made (again, when its picture came back).</summary>
public sealed record BriefReady(Guid Shop, Guid Brief);

/// <summary>Which Briefs of a product count has changed: what is published must follow.</summary>
public sealed record BriefsChanged(Guid Shop, Guid Product);
