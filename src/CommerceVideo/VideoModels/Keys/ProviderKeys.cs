using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.VideoModels.Keys;

/// <summary>The keys a shop's work may use: its own, else the installation's.</summary>
public sealed class ProviderKeys(AppDb db, SecretBox box, IEnumerable<ProviderCard> cards)
{
    /// <returns>Each provider that can be used for this shop; the key is null where none is needed.</returns>
    public async Task<IReadOnlyDictionary<string, ProviderKey?>> OfShopAsync(Guid shop, CancellationToken ct)
    {
        var own = await db.ShopProviderKeys.AsNoTracking().Where(key => key.ShopId == shop).ToListAsync(ct);
        var usable = new Dictionary<string, ProviderKey?>(StringComparer.Ordinal);
        foreach (var card in cards)
        {
            var mine = own.Find(key => key.Provider == card.Name);
            var key = mine is null ? card.Key : new ProviderKey(box.Open(mine.Sealed, Purpose(shop, card.Name)));
            if (card.CanBeUsedWith(key))
            {
                usable[card.Name] = key;
            }
        }

        return usable;
    }

    /// <summary>Takes a shop's key into keeping, sealed; an earlier one is replaced.</summary>
    public async Task KeepAsync(Guid shop, string provider, string secret, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.ShopProviderKeys.SingleOrDefaultAsync(
            key => key.ShopId == shop && key.Provider == provider,
            ct
        );
        if (kept is null)
        {
            kept = new ShopProviderKey
            {
                ShopId = shop,
                Provider = provider,
                Sealed = [],
                ChangedAt = now,
            };
            db.ShopProviderKeys.Add(kept);
        }

        (kept.Sealed, kept.ChangedAt) = (box.Seal(secret, Purpose(shop, provider)), now);
        await db.SaveChangesAsync(ct);
    }

    private static string Purpose(Guid shop, string provider) => $"provider-key {shop:N} {provider}";
}
