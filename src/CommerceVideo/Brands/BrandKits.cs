using CommerceVideo.Brands.Kits;
using CommerceVideo.Platform.Database;
using CommerceVideo.VideoModels.Casting;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Brands;

/// <summary>Reads a shop's kits.</summary>
internal sealed class BrandKits(AppDb db)
{
    /// <returns>What the newest version of the kit (or of a collection's variant) has, in its order; null where there is no such kit.</returns>
    public async Task<(BrandKit Kit, IReadOnlyList<CastingReference> Casting)?> FindAsync(
        Guid shop,
        string collection,
        CancellationToken ct
    ) => await NewestAsync(shop, collection, ct) is { } kit ? (kit, await CastingOfAsync(shop, kit.Casting, ct)) : null;

    /// <summary>Whom and what a product's videos show, by the kit that counts for it; nobody where people are off limits.</summary>
    /// <returns>Null where nothing is kept.</returns>
    public async Task<ShotCast?> CastAsync(Guid shop, KitContent? kit, CancellationToken ct)
    {
        if (kit is not { Casting: { Count: > 0 } ids })
        {
            return null;
        }

        var people = !(kit.OffLimits ?? []).Intersect([OffLimit.People, OffLimit.Faces]).Any();
        var shown = (await CastingOfAsync(shop, ids, ct)).Where(one => people || one.Kind != CastKind.Person).ToList();
        return shown.Count == 0 ? null : CastOf(shown);
    }

    /// <summary>The kit that counts for a product: the variant of its first collection that has one, over the whole shop's.</summary>
    /// <returns>Null where nothing is kept.</returns>
    public async Task<KitInForce?> InForceAsync(Guid shop, IReadOnlyList<string> collections, CancellationToken ct)
    {
        BrandKit? variant = null;
        for (var at = 0; variant is null && at < collections.Count; at++)
        {
            variant = await NewestAsync(shop, collections[at], ct);
        }

        return KitInForce.Of(await NewestAsync(shop, BrandKit.WholeShop, ct), variant);
    }

    /// <summary>A kit as it was.</summary>
    /// <returns>Null where it is kept no more.</returns>
    public async Task<KitInForce?> AtAsync(Guid shop, KitVersion at, CancellationToken ct) =>
        KitInForce.Of(
            at.Shop is { } whole ? await VersionAsync(shop, BrandKit.WholeShop, whole, ct) : null,
            at is { Collection: { } collection, Variant: { } variant }
                ? await VersionAsync(shop, collection, variant, ct)
                : null
        );

    /// <summary>One person and one place, the first of each: all Shots of all videos show the same.</summary>
    internal static ShotCast CastOf(IReadOnlyList<CastingReference> casting) =>
        new([
            .. new[] { CastKind.Person, CastKind.Place }
                .Select(kind => casting.FirstOrDefault(reference => reference.Kind == kind)?.AsMember())
                .OfType<CastMember>(),
        ]);

    public Task<BrandKit?> NewestAsync(Guid shop, string collection, CancellationToken ct) =>
        db
            .BrandKits.AsNoTracking()
            .Where(kit => kit.ShopId == shop && kit.Collection == collection)
            .OrderByDescending(static kit => kit.Version)
            .FirstOrDefaultAsync(ct);

    public Task<BrandKit?> VersionAsync(Guid shop, string collection, int version, CancellationToken ct) =>
        db
            .BrandKits.AsNoTracking()
            .SingleOrDefaultAsync(
                kit => kit.ShopId == shop && kit.Collection == collection && kit.Version == version,
                ct
            );

    /// <summary>All there are, the newest first.</summary>
    public Task<List<BrandKit>> VersionsAsync(Guid shop, CancellationToken ct) =>
        db
            .BrandKits.AsNoTracking()
            .Where(kit => kit.ShopId == shop)
            .OrderByDescending(static kit => kit.CreatedAt)
            .ThenByDescending(static kit => kit.Version)
            .ToListAsync(ct);

    private async Task<IReadOnlyList<CastingReference>> CastingOfAsync(
        Guid shop,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        var kept = await db
            .CastingReferences.AsNoTracking()
            .Where(reference => reference.ShopId == shop && ids.Contains(reference.Id))
            .ToDictionaryAsync(static reference => reference.Id, ct);
        return [.. ids.Select(id => kept.GetValueOrDefault(id)).OfType<CastingReference>()];
    }
}
