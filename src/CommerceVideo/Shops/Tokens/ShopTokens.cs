using CommerceVideo.Platform.Database;
using CommerceVideo.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CommerceVideo.Shops.Tokens;

/// <summary>
/// The one place that opens and replaces a shop's tokens. Shopify keeps one refresh chain a shop, so every exchange and
/// refresh happens under a lock on the shop's row, and the new pair is stored whole before anyone uses it.
/// </summary>
internal sealed class ShopTokens(
    IDbContextFactory<AppDb> databases,
    TokenEndpoint endpoint,
    SecretBox secrets,
    TimeProvider time
)
{
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(5);

    /// <summary>First contact, or a return after the tokens died: makes the shop known and gives it a fresh pair.</summary>
    public async Task<Shop> InstallAsync(string domain, string sessionToken, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.Database.ExecuteSqlAsync(
            $"insert into shop (id, domain, installed_at) values ({id}, {domain}, {now}) on conflict (domain) do nothing",
            ct
        );
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var shop = await LockAsync(db, domain, ct);
        if (shop.UninstalledAt is not null || shop.AccessToken is null || shop.RefreshTokenExpiresAt <= now)
        {
            Keep(shop, await endpoint.ExchangeAsync(domain, sessionToken, ct));
            shop.InstalledAt = shop.UninstalledAt is null ? shop.InstalledAt : now;
            shop.UninstalledAt = null;
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return shop;
    }

    /// <summary>A token that holds for some minutes more; null when the shop must be opened by its merchant again.</summary>
    /// <param name="rejected">The token that Shopify just refused, so it is not handed out again.</param>
    public async Task<string?> AccessTokenAsync(Guid shopId, string? rejected, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Shops.AsNoTracking().SingleAsync(shop => shop.Id == shopId, ct);
        if (known.UninstalledAt is not null || known.AccessToken is null)
        {
            return null;
        }

        var token = Open(known);
        return token != rejected && !EndsSoon(known) ? token : await RefreshAsync(db, known.Domain, rejected, ct);
    }

    private async Task<string?> RefreshAsync(AppDb db, string domain, string? rejected, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var shop = await LockAsync(db, domain, ct);

        // Somebody else may have refreshed while we waited for the lock.
        var fresh = shop.AccessToken is not null && Open(shop) != rejected && !EndsSoon(shop);
        if (!fresh)
        {
            if (shop.RefreshToken is null)
            {
                return null;
            }

            try
            {
                Keep(shop, await endpoint.RefreshAsync(domain, secrets.Open(shop.RefreshToken, Purpose(shop)), ct));
            }
            catch (TokenRefusedException)
            {
                shop.AccessToken = null;
                shop.RefreshToken = null;
            }

            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);

        return shop.AccessToken is null ? null : Open(shop);
    }

    private static Task<Shop> LockAsync(AppDb db, string domain, CancellationToken ct) =>
        db.Shops.FromSql($"select * from shop where domain = {domain} for update").SingleAsync(ct);

    private void Keep(Shop shop, TokenGrant grant)
    {
        var now = time.GetUtcNow();
        shop.Scopes = grant.Scope;
        shop.AccessToken = secrets.Seal(grant.AccessToken, Purpose(shop));
        shop.AccessTokenExpiresAt = grant.ExpiresIn is { } life ? now.AddSeconds(life) : null;
        shop.RefreshToken = grant.RefreshToken is { } refresh ? secrets.Seal(refresh, Purpose(shop)) : null;
        shop.RefreshTokenExpiresAt = grant.RefreshTokenExpiresIn is { } days ? now.AddSeconds(days) : null;
    }

    private string Open(Shop shop) => secrets.Open(shop.AccessToken!, Purpose(shop));

    private bool EndsSoon(Shop shop) => shop.AccessTokenExpiresAt - time.GetUtcNow() < RefreshBefore;

    private static string Purpose(Shop shop) => $"shop {shop.Id:N}";
}
