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
    ) => await NewestAsync(shop, collection, ct) is { } kit ? (kit, await CastingOfAsync(kit, ct)) : null;

    /// <summary>Whom and what a product's videos show: the variant of its first collection that has one, else the whole shop's kit.</summary>
    /// <returns>Null where nothing is kept.</returns>
    public async Task<ShotCast?> CastAsync(Guid shop, IReadOnlyList<string> collections, CancellationToken ct)
    {
        foreach (var collection in collections.Append(BrandKit.WholeShop))
        {
            if (await FindAsync(shop, collection, ct) is { Casting: { Count: > 0 } casting })
            {
                return CastOf(casting);
            }
        }

        return null;
    }

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

    private async Task<IReadOnlyList<CastingReference>> CastingOfAsync(BrandKit kit, CancellationToken ct)
    {
        var kept = await db
            .CastingReferences.AsNoTracking()
            .Where(reference => reference.ShopId == kit.ShopId && kit.Casting.Contains(reference.Id))
            .ToDictionaryAsync(static reference => reference.Id, ct);
        return [.. kit.Casting.Select(id => kept.GetValueOrDefault(id)).OfType<CastingReference>()];
    }
}
