namespace CommerceVideo.Finishing;

/// <summary>All files of a Brief stand in storage, checked against their placements.</summary>
public sealed record RenditionsMade(Guid Shop, Guid Product, Guid Brief);
