namespace CommerceVideo.Brands.Kits;

/// <summary>Which kit it was: the version of the whole shop's, and of a collection's variant over it; null where there is none.</summary>
public sealed record KitVersion(int? Shop, string? Collection, int? Variant)
{
    /// <summary>As people read it: <c>5</c>, <c>summer 3 over 5</c>.</summary>
    public override string ToString() =>
        Collection is null ? $"{Shop}"
        : Shop is null ? $"{Collection} {Variant}"
        : $"{Collection} {Variant} over {Shop}";
}

/// <summary>The kit that counts for a product.</summary>
/// <param name="Content">The variant's members over the whole shop's.</param>
public sealed record KitInForce(KitContent Content, KitVersion Version)
{
    /// <param name="shop">The newest of the whole shop; null for none.</param>
    /// <param name="variant">The newest of the product's first collection that has one; null for none.</param>
    /// <returns>Null where there is neither.</returns>
    public static KitInForce? Of(BrandKit? shop, BrandKit? variant) =>
        (shop, variant) switch
        {
            (null, null) => null,
            (_, null) => new KitInForce(shop.Read(), new KitVersion(shop.Version, null, null)),
            _ => new KitInForce(
                variant.Read().Over(shop?.Read() ?? KitContent.Empty),
                new KitVersion(shop?.Version, variant.Collection, variant.Version)
            ),
        };
}
