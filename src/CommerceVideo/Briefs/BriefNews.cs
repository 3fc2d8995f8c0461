using CommerceVideo.Jobs;

namespace CommerceVideo.Briefs;

/// <summary>A Brief waits for its Shots to be made (again, when its picture came back).</summary>
/// <param name="Urgency">A person who asked for it overtakes what goes by itself.</param>
public sealed record BriefReady(Guid Shop, Guid Brief, Urgency Urgency = Urgency.Product);

/// <summary>Which Briefs of a product count has changed: what is published must follow.</summary>
public sealed record BriefsChanged(Guid Shop, Guid Product);
