namespace CommerceVideo.Catalog;

/// <summary>A picture was read and can be used; it may be one that the product had before.</summary>
public sealed record ImageAccepted(Guid Shop, Guid Product, Guid Image);

/// <summary>Pictures were taken off a product: videos made from them no longer belong there.</summary>
public sealed record ImagesGone(Guid Shop, Guid Product);

/// <summary>A known product costs something else now, or is compared with another price.</summary>
public sealed record PriceChanged(Guid Shop, Guid Product);
