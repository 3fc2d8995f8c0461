namespace CommerceVideo.Briefs;

/// <summary>How a product is best looked at.</summary>
public enum ProductKind
{
    /// <summary>Worn, longer than wide: dresses, coats, trousers. The eye runs along it.</summary>
    LongGarment,

    /// <summary>Worn on the upper body, or headwear.</summary>
    Garment,

    /// <summary>Shoes: looked at from the side, along their length.</summary>
    Footwear,

    /// <summary>Bags, jewellery and whatever stands by itself.</summary>
    Standing,
}
